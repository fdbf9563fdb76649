using Pets.Generated;

namespace Pets.App;

/// <summary>Uses a generated client: the squiggle is where it is called.</summary>
public sealed class Importer(PetsClient pets, Ledger ledger)
{
    public async Task ImportAsync(string name)
    {
        var pet = await pets.[|SEM3002:CreatePetAsync|](new PetDto { Name = name });
        Console.WriteLine($"{pet.Id} {pet.Name}");
    }

    public async Task<long> ImportOnceAsync(string name)
    {
        if (await ledger.FindAsync(name) is { } known) return known;
        var pet = await pets.CreatePetAsync(new PetDto { Name = name });
        await ledger.SaveAsync(name, pet.Id);
        return pet.Id;
    }

    public async Task<long> ImportAndGreetAsync(string name)
    {
        if (await ledger.FindAsync(name) is { } known) return known;
        var pet = await pets.CreatePetAsync(new PetDto { Name = name });
        await GreetAsync(pet);
        await ledger.[|SEM3004:SaveAsync|](name, pet.Id);
        return pet.Id;
    }

    public async Task ShowAsync(long id)
    {
        var pet = await pets.GetPetAsync(id);
        Console.WriteLine(pet.Name);
    }

    private static async Task GreetAsync(PetDto pet)
    {
        await Console.Out.WriteLineAsync("Hello " + pet.Name);
    }
}

public sealed class Ledger
{
    private readonly Dictionary<string, long> _known = [];

    public Task<long?> FindAsync(string name) => Task.FromResult(_known.TryGetValue(name, out var id) ? id : (long?)null);

    public Task SaveAsync(string name, long id)
    {
        _known[name] = id;
        return Task.CompletedTask;
    }
}

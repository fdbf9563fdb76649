// What becomes of a network after its create: it is read, updated, renamed, made anew and deleted.
// Give it the address of an API and a token.
using CloudModels;
using Semel;

var semel = new SemelContext(new FileDataRepository(".semel"), scope: "prod");
var http = new HttpClient { BaseAddress = new(args[0]), DefaultRequestHeaders = { Authorization = new("Bearer", args[1]) } };
var networks = new Cloud(http, semel).Networks;

// a follow-up runs once, after a create: not where the network was there already
var announce = new FollowUp<Network>("announce", (network, _) => Console.Out.WriteLineAsync($"announced {network.Name}"));
var staging = new NetworkRequest { Name = "staging", Range = "10.0.0.0/24" };
Ensured<Network> created = await CreateAsync("staging", new() { FollowUps = [announce] });
Console.WriteLine($"{created.Outcome} {created.Value.Name}");

Network read = await networks.GetAsync(created.Id);
Network updated = await networks.UpdateAsync(created.Id, new() { Name = read.Name, Description = "for rehearsals" });
Console.WriteLine($"Updated {updated.Name}");

// the program calls it otherwise from now on; the network stays the one it is
await networks.MoveAsync(from: "staging", to: "rehearsal");
Ensured<Network> renamed = await CreateAsync("rehearsal", new());
Console.WriteLine($"{renamed.Outcome} {(renamed.Id == created.Id ? "the same" : "another")}");

Ensured<Network> anew = await CreateAsync("rehearsal", new() { Recreate = Recreate.DeleteFirst });
Console.WriteLine($"{anew.Outcome} {(anew.Id == created.Id ? "the same" : "another")}");

await networks.DeleteAsync(anew.Id);
Console.WriteLine("Deleted");

// a create whose reply was lost for good says so, and a person who has looked says what came of it
async Task<Ensured<Network>> CreateAsync(string instance, CreateOptions<Network> options)
{
    try
    {
        return await networks.CreateAsync(instance, staging, options);
    }
    catch (IndeterminateException doubt)
    {
        Console.Write($"{doubt.Message}\nThe network's id, or nothing if there is none: ");
        await networks.ResolveAsync(instance, Console.ReadLine() is { Length: > 0 } id ? id : null);
        return await networks.CreateAsync(instance, staging, options);
    }
}

/// <summary>Everything in the small cloud: <c>Networks</c>, <c>Servers</c>, <c>Volumes</c> and the others.</summary>
[ExtensionModel("cloud.yaml")]
public sealed partial class Cloud;

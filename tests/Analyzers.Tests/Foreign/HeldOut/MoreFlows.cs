using System.Text.Json;
using Polly;

namespace HeldOut.More.Flows;

public record Vm(string Id, string Address);
public record Row(string Name) { public string? VmId { get; set; } public string? Address { get; set; } }
public interface IVmClient { Task<Vm> CreateVmAsync(string name, CancellationToken token = default); Task<Vm> GetVmAsync(string id); Task WaitUntilReadyAsync(string id); Task DeleteVmAsync(string id); }
public interface IVmRepository { Task<Row?> GetAsync(string name); Task SaveAsync(Row row); Task InsertAsync(string name, string id); Task<int> CountAsync(); }
public interface IEventBus { Task PublishAsync(object message); }

public sealed class Fleet(IVmClient vms, IVmRepository rows, IEventBus bus, HttpClient http)
{
    // K3
    public async Task<Row> AddAsync(string name)
    {
        var row = new Row(name);
        var vm = await vms.CreateVmAsync(name);
        row.VmId = vm.Id;
        await vms.WaitUntilReadyAsync(vm.Id);
        row.Address = (await vms.GetVmAsync(vm.Id)).Address;
        await rows.[|SEM3004:SaveAsync|](row);
        return row;
    }

    public async Task<Row> AddWellAsync(string name)
    {
        var row = new Row(name);
        var vm = await vms.CreateVmAsync(name);
        row.VmId = vm.Id;
        await rows.SaveAsync(row);
        await vms.WaitUntilReadyAsync(vm.Id);
        row.Address = (await vms.GetVmAsync(vm.Id)).Address;
        await rows.SaveAsync(row);
        return row;
    }

    public async Task AnnounceAsync(string name)
    {
        var vm = await vms.CreateVmAsync(name).ConfigureAwait(false);
        await bus.PublishAsync(new { vm.Id });
        await rows.[|SEM3004:InsertAsync|](name, vm.Id);
    }

    public async Task RollBackAsync(string name)
    {
        var vm = await vms.CreateVmAsync(name);
        try
        {
            await rows.InsertAsync(name, vm.Id);
        }
        catch
        {
            await vms.DeleteVmAsync(vm.Id);
            throw;
        }
    }

    public async Task CountedAsync(string name)
    {
        var count = await rows.CountAsync();
        var vm = await vms.CreateVmAsync(name + count);
        Console.WriteLine($"{vm.Id} made");
        await rows.InsertAsync(name, vm.Id);
    }

    public async Task ToFileAsync(string[] names)
    {
        var ids = new List<string>();
        foreach (var name in names) ids.Add((await vms.CreateVmAsync(name)).Id);
        await File.[|SEM3004:WriteAllLinesAsync|]("ids.txt", ids);
    }

    public async Task ToFileAtOnceAsync(string[] names)
    {
        foreach (var name in names) await File.AppendAllTextAsync("ids.txt", (await vms.CreateVmAsync(name)).Id);
    }

    public async Task CheckedAsync(string name)
    {
        var vm = await vms.CreateVmAsync(name);
        if (vm.Address.Length == 0) throw new InvalidOperationException("The server has no address.");
        await rows.InsertAsync(name, vm.Id);
    }

    // K2
    public Task<Vm> StubbornAsync(string name) => RetryAsync(() => [|SEM3003:CreateAsync|](name), 5);

    public Task<Vm[]> StubbornListAsync() => RetryAsync(async () => (await http.GetFromJsonAsync<Vm[]>("vms"))!, 5);

    public async Task<string> StubbornSearchAsync(object filter) => await RetryAsync(async () => await (await http.PostAsJsonAsync("vms/search", filter)).Content.ReadAsStringAsync(), 5);

    public async Task<Vm> OnceAgainAsync(string name)
    {
        try
        {
            return await PostVmAsync(name);
        }
        catch (TaskCanceledException)
        {
            return await [|SEM3003:PostVmAsync|](name);
        }
    }

    public async Task<Vm> WithTimeoutAsync(string name) => await Policy.TimeoutAsync(TimeSpan.FromSeconds(5)).ExecuteAsync(() => PostVmAsync(name));

    public async Task<Vm> UntilItWorksAsync(string name)
    {
        Vm? vm = null;
        while (vm is null)
        {
            try
            {
                var response = await http.[|SEM3003:PostAsJsonAsync|]("vms", new { name });
                vm = await response.Content.ReadFromJsonAsync<Vm>();
            }
            catch (HttpRequestException)
            {
                await Task.Delay(1000);
            }
        }

        return vm;
    }

    private async Task<Vm> [|SEM3002:CreateAsync|](string name) => (await (await http.PostAsJsonAsync("vms", new { name })).Content.ReadFromJsonAsync<Vm>())!;

    private async Task<Vm> [|SEM3002:PostVmAsync|](string name)
    {
        using var response = await http.PostAsJsonAsync("vms", new { name });
        return (await response.Content.ReadFromJsonAsync<Vm>())!;
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> action, int times)
    {
        for (var i = 1; ; i++)
        {
            try { return await action(); }
            catch (HttpRequestException) when (i < times) { await Task.Delay(i * 1000); }
        }
    }
}

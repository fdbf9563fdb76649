using System.Net.Http;
using System.Net.Http.Json;

var api = new HttpClient { BaseAddress = new Uri("https://api.example.com") };
var region = await GetRegionAsync();

foreach (var name in args)
{
    var app = await CreateAppAsync(name, region);
    Console.WriteLine($"{name}: {app.Id}");
}

await foreach (var key in CreateKeysAsync(["a", "b"])) Console.WriteLine(key);

var database = await EnsureDatabaseAsync("main");
Console.WriteLine(database.Id);

async Task<string> GetRegionAsync()
{
    var regions = await api.GetFromJsonAsync<string[]>("regions");
    return regions is { Length: > 0 } ? regions[0] : "eu";
}

async Task<App> [|SEM3002:CreateAppAsync|](string name, string where)
{
    var response = await api.PostAsJsonAsync("apps", new { name, region = where });
    response.EnsureSuccessStatusCode();
    return (await response.Content.ReadFromJsonAsync<App>())!;
}

async IAsyncEnumerable<string> [|SEM3002:CreateKeysAsync|](string[] names)
{
    foreach (var name in names)
    {
        using var response = await api.PostAsJsonAsync("ssh_keys", new { name });
        yield return await response.Content.ReadAsStringAsync();
    }
}

async Task<App> EnsureDatabaseAsync(string name)
{
    var all = await api.GetFromJsonAsync<App[]>("databases?name=" + name);
    if (all is [var only]) return only;
    if (all is { Length: > 1 }) throw new InvalidOperationException("There are several.");
    var response = await api.PostAsJsonAsync("databases", new { name });
    return (await response.Content.ReadFromJsonAsync<App>())!;
}

internal sealed record App(string Id, string Name);

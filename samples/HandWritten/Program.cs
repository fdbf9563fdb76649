// An internal API without a document, made idempotent in three ways: run it twice, get one of each.
// Give it the address of the API and a token.
using System.Net.Http.Json;
using System.Text.Json;
using InternalApi;
using Microsoft.Extensions.DependencyInjection;
using Semel;

var services = new ServiceCollection();
services.AddSemel(scope: "prod");
services.AddHttpClient<Networks>(Configure);
services.AddHttpClient<IVolumesApi, VolumesApi>(Configure).AddHttpMessageHandler(() => new CreateAttemptHandler());
services.AddIdempotentVolumesApi();

await using var provider = services.BuildServiceProvider();
var semel = provider.GetRequiredService<SemelContext>();
using var told = semel.Observe(notice => Console.WriteLine($"{notice.Outcome} {notice.Key.Model} {notice.Key.Instance}"));

// a partial method
await provider.GetRequiredService<Networks>().CreateAsync("internal", "10.0.0.0/24");

// an interface: what was done is told to the observer
await provider.GetRequiredService<IVolumesApi>().CreateAsync("data", gigabytes: 10);

// no generator at all
using var http = new HttpClient();
Configure(http);
#region delegate
Ensured<string> tag = await semel.CreateOrGetAsync("Tags", "internal", async (attempt, cancellationToken) =>
{
    using var response = await http.PostAsJsonAsync("v1/tags", new { name = "internal" }, cancellationToken);
    var created = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    return created.GetProperty("tag").GetProperty("name").GetString()!;
});
#endregion
Console.WriteLine($"the tag is {tag.Id}");

void Configure(HttpClient client)
{
    client.BaseAddress = new(args[0]);
    client.DefaultRequestHeaders.Authorization = new("Bearer", args[1]);
}

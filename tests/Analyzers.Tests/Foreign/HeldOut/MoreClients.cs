using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HeldOut.More.Clients;

public record Entity(string Id, string Name);

// a registrar's API, as a command line tool uses it
public sealed class Registrar(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<Entity> [|SEM3002:RegisterDomainAsync|](string domain, int years, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(new { domain, period = years }, Json);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/domains/purchase", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var reply = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, ct);
        return await reply.Content.ReadFromJsonAsync<Entity>(Json, ct) ?? throw new InvalidDataException();
    }

    public async Task<bool> IsAvailableAsync(string domain) => (await (await http.PostAsJsonAsync("v1/domains/available", new[] { domain })).Content.ReadFromJsonAsync<JsonObject>())!["available"]!.GetValue<bool>();
}

// a continuous integration server
public sealed class BuildServer(HttpClient http)
{
    public async Task TriggerBuildAsync(string job) => (await http.PostAsync($"job/{job}/build", new ByteArrayContent([]))).EnsureSuccessStatusCode();

    public async Task [|SEM3002:CreateJobAsync|](string name, string xml)
    {
        var reply = await http.PostAsync($"createItem?name={name}", new StringContent(xml, Encoding.UTF8, "application/xml"));
        reply.EnsureSuccessStatusCode();
    }

    public async Task<string> CreateCrumbAsync() => (await http.GetFromJsonAsync<JsonObject>("crumbIssuer/api/json"))!["crumb"]!.ToString();
}

// a virtualisation host, with a generic helper that takes the verb as text
public sealed class Hypervisor(HttpClient http)
{
    public Task<Entity?> [-SEM3002:CreateVmAsync-](string node, int id) => CallAsync<Entity>("POST", $"nodes/{node}/qemu", new { vmid = id });

    public Task<Entity?> StartVmAsync(string node, int id) => CallAsync<Entity>("POST", $"nodes/{node}/qemu/{id}/status/start", null);

    public Task<Entity?> CloneVmAsync(string node, int id, int into) => CallAsync<Entity>("POST", $"nodes/{node}/qemu/{id}/clone", new { newid = into });

    public Task<Entity?> CreateTicketAsync(string user, string password) => CallAsync<Entity>("POST", "access/ticket", new { username = user, password });

    private async Task<T?> CallAsync<T>(string method, string path, object? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api2/json/" + path);
        if (body != null) request.Content = JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>();
    }
}

// a shop system, with a shared base class and a generic repository
public abstract class Repository<T>(HttpClient http, string path)
{
    public async Task<T> [|SEM3002:CreateAsync|](T item)
    {
        var response = await http.PostAsJsonAsync(path, item);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }

    public async Task UpdateAsync(string id, T item) => (await http.PutAsJsonAsync($"{path}/{id}", item)).EnsureSuccessStatusCode();
}
public sealed class CouponRepository(HttpClient http) : Repository<Entity>(http, "wp-json/wc/v3/coupons");

// calendars: an id that the client chooses
public sealed class Calendar(HttpClient http)
{
    public async Task CreateEventAsync(Guid id, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"events/{id}.ics") { Content = new StringContent(title) };
        request.Headers.IfNoneMatch.ParseAdd("*");
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    public async Task<Entity> [|SEM3002:BookRoomAsync|](string room, DateTime from, DateTime to)
    {
        var response = await http.PostAsJsonAsync($"rooms/{room}/bookings", new { from, to });
        return (await response.Content.ReadFromJsonAsync<Entity>())!;
    }

    public async Task RespondAsync(string id, string answer) => await http.PostAsJsonAsync($"events/{id}/{answer}", new { });
}

// maps, weather, prices: POSTs that ask
public sealed class Routing(HttpClient http)
{
    public async Task<string> CreateRouteAsync(double[] from, double[] to) => await (await http.PostAsJsonAsync("v2/directions/driving-car/geojson", new { coordinates = new[] { from, to } })).Content.ReadAsStringAsync();

    public async Task<string> GetMatrixAsync(double[][] points) => await (await http.PostAsJsonAsync("v2/matrix", new { points })).Content.ReadAsStringAsync();

    public async Task<decimal> CreateQuoteAsync(string product, int amount) => (await (await http.PostAsJsonAsync("quotes/calculate", new { product, amount })).Content.ReadFromJsonAsync<decimal>())!;
}

// machine users and their keys
public sealed class Identity(HttpClient http)
{
    public async Task<string> [|SEM3002:CreateApiKeyAsync|](string name)
    {
        var response = await http.PostAsJsonAsync("api/auth/keys", new { name });
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["key"]!.ToString();
    }

    public async Task<string> CreateRefreshTokenAsync(string user) => await (await http.PostAsJsonAsync("api/refresh-token", new { user })).Content.ReadAsStringAsync();

    public async Task<string> OpenSessionAsync() => await (await http.PostAsJsonAsync("api/session", new { })).Content.ReadAsStringAsync();

    public async Task<bool> VerifyCodeAsync(string code) => (await http.PostAsJsonAsync("api/codes/verify", new { code })).IsSuccessStatusCode;
}

// a printer, a robot: commands
public sealed class Printer(HttpClient http)
{
    public async Task StartPrintAsync(string file) => await http.PostAsJsonAsync("api/job", new { command = "start", file });

    public async Task PrintAsync(Stream document) => await http.PostAsync("print", new StreamContent(document));

    public async Task NewPageAsync() => await http.PostAsync("page", new ByteArrayContent([]));
}

// subscriptions with an external reference that is looked for first, by a helper
public sealed class Subscriptions(HttpClient http)
{
    public async Task<Entity> CreateSubscriptionAsync(string reference, string plan)
    {
        var existing = await FindByReferenceAsync(reference);
        if (existing is { } found)
        {
            return found;
        }

        using var response = await http.PostAsJsonAsync("subscriptions", new { reference, plan });
        return (await response.Content.ReadFromJsonAsync<Entity>())!;
    }

    public async Task<Entity> SubscribeAsync(string reference, string plan)
    {
        try
        {
            return await http.GetFromJsonAsync<Entity>($"subscriptions/{reference}") ?? throw new InvalidDataException();
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            using var response = await http.PostAsJsonAsync("subscriptions", new { reference, plan });
            return (await response.Content.ReadFromJsonAsync<Entity>())!;
        }
    }

    private async Task<Entity?> FindByReferenceAsync(string reference) => (await http.GetFromJsonAsync<Entity[]>($"subscriptions?reference={reference}"))!.FirstOrDefault();
}

// a queue of work over HTTP, and a lock
public sealed class Jobs(HttpClient http)
{
    public async Task [|SEM3002:SubmitJobAsync|](object job) => (await http.PostAsJsonAsync("jobs", job)).EnsureSuccessStatusCode();

    public async Task<bool> TryAcquireAsync(string name) => (await http.PostAsJsonAsync("locks", new { name })).IsSuccessStatusCode;

    public async Task CompleteAsync(string id) => await http.PostAsJsonAsync($"jobs/{id}/complete", new { });
}

// the same create, as extension of an interface
public interface IRestApi { Task<T> PostAsync<T>(string relativeUrl, object payload, CancellationToken token = default); Task<T> GetAsync<T>(string relativeUrl, CancellationToken token = default); }
public static class RestApiExtensions
{
    public static Task<Entity> [|SEM3002:CreateAlbumAsync|](this IRestApi api, string title) => api.PostAsync<Entity>("/albums", new { title });

    public static Task<Entity[]> FindAlbumsAsync(this IRestApi api, object filter) => api.PostAsync<Entity[]>("/albums/filter", filter);
}

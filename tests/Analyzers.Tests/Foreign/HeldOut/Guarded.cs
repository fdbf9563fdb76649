using System.Text.Json;
using HeldOut.Platform;

namespace HeldOut.Guarded;

public class Order { public string Number { get; set; } = ""; public string? ShipmentId { get; set; } public bool IsInvoiced { get; set; } }
public class User { public int Id { get; set; } public string Email { get; set; } = ""; public string? CustomerId { get; set; } }
public record Created(string Id);
public sealed class Db : DbContext { public DbSet<Order> Orders { get; } = new(); public DbSet<User> Users { get; } = new(); }

// creates that something makes safe
public sealed class Shipping(HttpClient http, Db db)
{
    public async Task CreateShipmentAsync(Order order)
    {
        if (order.ShipmentId != null) return;
        var response = await http.PostAsJsonAsync("/shipments", new { order.Number });
        var created = await response.Content.ReadFromJsonAsync<Created>();
        order.ShipmentId = created!.Id;
        await db.SaveChangesAsync();
    }

    public async Task<string> CreateLabelAsync(Order order)
    {
        if (string.IsNullOrEmpty(order.ShipmentId))
        {
            var response = await http.PostAsJsonAsync("/labels", new { order.Number });
            order.ShipmentId = (await response.Content.ReadFromJsonAsync<Created>())!.Id;
            await db.SaveChangesAsync();
        }

        return order.ShipmentId;
    }
}

public sealed class Billing(HttpClient http, Db db)
{
    public async Task<string> CreateCustomerAsync(int userId)
    {
        var user = await db.Users.FindAsync(userId) ?? throw new InvalidOperationException("No such user.");
        if (user.CustomerId is not null) return user.CustomerId;
        var response = await http.PostAsJsonAsync("/customers", new { user.Email });
        user.CustomerId = (await response.Content.ReadFromJsonAsync<Created>())!.Id;
        await db.SaveChangesAsync();
        return user.CustomerId;
    }

    public async Task<string> CreatePaymentAsync(string order, decimal amount)
    {
        var body = new { idempotency_key = order, amount_money = new { amount, currency = "EUR" } };
        var response = await http.PostAsJsonAsync("/v2/payments", body);
        return await response.Content.ReadAsStringAsync();
    }
}

public sealed class Topics(HttpClient http)
{
    public async Task CreateTopicAsync(string name)
    {
        var response = await http.PostAsJsonAsync("/topics", new { name });
        if (response.StatusCode == HttpStatusCode.Conflict) return;
        response.EnsureSuccessStatusCode();
    }

    public async Task CreateQueueAsync(string name)
    {
        var response = await http.PostAsJsonAsync("/queues", new { name });
        if (response.StatusCode != HttpStatusCode.Conflict) response.EnsureSuccessStatusCode();
    }

    public async Task<bool> CreateExchangeAsync(string name)
    {
        var response = await http.PostAsJsonAsync("/exchanges", new { name });
        return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Conflict;
    }
}

public sealed class Realms(HttpClient http)
{
    public async Task<string> CreateUserAsync(string realm, string name)
    {
        var response = await http.PostAsJsonAsync($"/admin/realms/{realm}/users", new { username = name });
        if (response.StatusCode == HttpStatusCode.Conflict)
        {
            var found = await http.GetFromJsonAsync<JsonElement[]>($"/admin/realms/{realm}/users?username={name}&exact=true");
            return found!.Single().GetProperty("id").GetString()!;
        }

        response.EnsureSuccessStatusCode();
        return response.Headers.Location!.Segments[^1];
    }

    public async Task EnsureRoleAsync(string realm, string role)
    {
        using var existing = await http.GetAsync($"/admin/realms/{realm}/roles/{role}");
        if (existing.IsSuccessStatusCode) return;
        if (existing.StatusCode != HttpStatusCode.NotFound) existing.EnsureSuccessStatusCode();
        await http.PostAsJsonAsync($"/admin/realms/{realm}/roles", new { name = role });
    }
}

public sealed class Zones(HttpClient http)
{
    private readonly Dictionary<string, string> _made = [];

    public async Task<string> CreateZoneAsync(string name)
    {
        if (_made.TryGetValue(name, out var known)) return known;
        var response = await http.PostAsJsonAsync("/zones", new { name });
        return _made[name] = (await response.Content.ReadFromJsonAsync<Created>())!.Id;
    }

    public async Task<string> CreateRecordAsync(string zone, string name, string address)
    {
        var records = await ListAllAsync(zone);
        var existing = records.SingleOrDefault(record => record.Id == name);
        if (existing != null)
        {
            return existing.Id;
        }

        var response = await http.PostAsJsonAsync($"/zones/{zone}/records", new { name, address });
        return (await response.Content.ReadFromJsonAsync<Created>())!.Id;
    }

    private async Task<List<Created>> ListAllAsync(string zone) => (await http.GetFromJsonAsync<List<Created>>($"/zones/{zone}/records"))!;
}

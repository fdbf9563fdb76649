using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Crm.Sync;

public interface ILog { void Info(string text); void Error(Exception e, string text); }
public sealed class Contact { public string? RemoteId { get; set; } public string Email { get; set; } = ""; public string Name { get; set; } = ""; }
public interface IContactStore { Task<Contact?> FindAsync(string email); Task SaveAsync(Contact contact); Task<IReadOnlyList<Contact>> PendingAsync(); }

public abstract class CrmClientBase
{
    protected HttpClient Http { get; }
    protected CrmClientBase(HttpClient http) => Http = http;

    protected async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    protected async Task<JsonElement> PostJsonAsync(string path, object payload)
    {
        var body = new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(path, body);
        if (response.StatusCode == HttpStatusCode.TooManyRequests) throw new InvalidOperationException("rate limited");
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}

public partial class CrmClient : CrmClientBase
{
    public CrmClient(HttpClient http) : base(http) { }

    public async Task<string> [|SEM3002:CreateContactAsync|](string email, string name)
    {
        var reply = await PostJsonAsync("/crm/v3/objects/contacts", new { properties = new { email, name } });
        return reply.GetProperty("id").GetString()!;
    }

    public async Task<string?> FindContactAsync(string email)
    {
        var reply = await PostJsonAsync("/crm/v3/objects/contacts/search", new { filter = new { email } });
        return reply.GetProperty("total").GetInt32() == 0 ? null : reply.GetProperty("results")[0].GetProperty("id").GetString();
    }

    public async Task<string> GetOrCreateContactAsync(string email, string name)
    {
        var existing = await FindContactAsync(email);
        if (existing != null) return existing;
        var reply = await PostJsonAsync("/crm/v3/objects/contacts", new { properties = new { email, name } });
        return reply.GetProperty("id").GetString()!;
    }
}

public partial class CrmClient
{
    public Task [|SEM3002:CreateDealAsync|](string contact, decimal amount) => PostJsonAsync("/crm/v3/objects/deals", new { contact, amount });

    public async Task AddContactToListAsync(string contact, string list) => await PostJsonAsync($"/crm/v3/lists/{list}/memberships/add", new[] { contact });
}

public sealed class ContactSync(CrmClient crm, IContactStore store, ILog log)
{
    public async Task RunAsync()
    {
        foreach (var contact in await store.PendingAsync())
        {
            try
            {
                contact.RemoteId = await crm.CreateContactAsync(contact.Email, contact.Name);
                await store.SaveAsync(contact);
            }
            catch (HttpRequestException e)
            {
                log.Error(e, "Contact " + contact.Email + " stays pending");
            }
        }
    }

    public async Task AddWithDealAsync(Contact contact, decimal amount)
    {
        contact.RemoteId = await crm.CreateContactAsync(contact.Email, contact.Name);
        await crm.CreateDealAsync(contact.RemoteId, amount);
        await store.[|SEM3004:SaveAsync|](contact);
    }
}

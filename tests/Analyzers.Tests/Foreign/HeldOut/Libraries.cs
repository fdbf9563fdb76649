using Flurl;
using Flurl.Http;
using Refit;
using RestSharp;

namespace HeldOut.Libraries;

public record Contact(string Id, string Email);
public record Token(string AccessToken);
public record Issue(string Key);

// Flurl
public sealed class ContactsFlurl(string token)
{
    private const string Root = "https://crm.example.com";

    public Task<Contact> [|SEM3002:CreateContactAsync|](string email) =>
        Root.AppendPathSegments("v3", "contacts").SetQueryParam("notify", false).WithOAuthBearerToken(token).PostJsonAsync(new { email }).ReceiveJson<Contact>();

    public Task<Contact[]> SearchContactsAsync(string term) =>
        Root.AppendPathSegments("v3", "contacts", "search").WithOAuthBearerToken(token).PostJsonAsync(new { term }).ReceiveJson<Contact[]>();

    public Task<Token> GetTokenAsync(string id, string secret) =>
        Root.AppendPathSegment("oauth").WithHeader("Accept", "application/json").PostUrlEncodedAsync(new { grant_type = "client_credentials", client_id = id, client_secret = secret }).ReceiveJson<Token>();

    public async Task<Contact> GetOrCreateContactAsync(string email)
    {
        var found = await Root.AppendPathSegments("v3", "contacts").SetQueryParam("email", email).GetJsonAsync<Contact[]>();
        if (found.Length == 1) return found[0];
        return await Root.AppendPathSegments("v3", "contacts").WithOAuthBearerToken(token).PostJsonAsync(new { email }).ReceiveJson<Contact>();
    }
}

// RestSharp
public sealed class TrackerRest(IRestClient client)
{
    public async Task<Issue> [|SEM3002:CreateIssueAsync|](string project, string summary)
    {
        var request = new RestRequest("rest/api/2/issue", Method.Post);
        request.AddHeader("Accept", "application/json");
        request.AddJsonBody(new { fields = new { project, summary } });
        var response = await client.ExecuteAsync<Issue>(request);
        if (!response.IsSuccessful) throw new InvalidOperationException(response.ErrorMessage);
        return response.Data!;
    }

    public async Task<Issue[]> FindIssuesAsync(string jql)
    {
        var request = new RestRequest("rest/api/2/search", Method.Post).AddJsonBody(new { jql });
        return (await client.ExecuteAsync<Issue[]>(request)).Data!;
    }

    public async Task AssignAsync(string key, string user)
    {
        var request = new RestRequest("rest/api/2/issue/{key}/assignee", Method.Put).AddUrlSegment("key", key).AddJsonBody(new { user });
        await client.ExecuteAsync(request);
    }

    public async Task TransitionAsync(string key, int transition)
    {
        var request = new RestRequest("rest/api/2/issue/{key}/transitions", Method.Post).AddUrlSegment("key", key).AddJsonBody(new { transition });
        await client.ExecuteAsync(request);
    }
}

// Refit
public interface IPhotosApi
{
    [Get("/albums/{id}")] Task<Contact> GetAlbum(string id);
    [Post("/albums")] Task<Contact> [|SEM3002:CreateAlbum|]([Body] object album);
    [Post("/albums/{id}/share")] Task ShareAlbum(string id, [Body] object with);
    [Post("/auth/login")] Task<Token> Login([Body] object credentials);
    [Post("/photos/search")] Task<Contact[]> SearchPhotos([Body] object query);
    [Post("/photos/{id}/rotate")] Task RotatePhoto(string id);
    [Delete("/albums/{id}")] Task DeleteAlbum(string id);
    [Put("/albums/{id}/cover")] Task SetCover(string id, [Body] object cover);
}

public sealed class PhotoImporter(IPhotosApi photos)
{
    public Task<Contact> ImportAsync(string name) => photos.CreateAlbum(new { name });
}

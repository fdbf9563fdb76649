namespace Semel.Analyzers.Tests.Tables;

/// <summary>What the snippets of the tables have in common: a client class with an <c>HttpClient</c> and usual types.</summary>
internal static class Snippet
{
    /// <summary>Members in a class; the name of the class may matter.</summary>
    public static string InClass(string members, string name = "ServersClient") => $$"""
        #pragma warning disable CS8321, CS0168, CS0219, CS1998, CS0649
        using System.Text; using System.Text.Json; using Semel; using Refit; using RestSharp; using Flurl; using Flurl.Http; using Polly; using Polly.Retry; using Microsoft.Extensions.DependencyInjection;
        public record Server(string Id, string Name, string Status); public record ServerRequest(string Name, string Region); public record KeyedRequest(string Name, string IdempotencyKey);
        public sealed class DbSet<T> { public void Add(T entity) { } }
        public interface IStore { Task<string?> FindAsync(string name); Task SaveAsync(string name, string id); Task SaveAsync(Server server); Task AddAsync(Server server); bool TryGet(string name, out string id); }
        public interface IApiConnection { Task<T> Post<T>(string path, object body); Task<T> Get<T>(string path); Task<T> SendAsync<T>(HttpMethod method, string path, object? body = null); }
        public interface ICloudClient { Task<Server> CreateServerAsync(ServerRequest request); Task<Server?> FindServerAsync(string name); Task<Server> GetServerAsync(string id); Task WaitAsync(string id); Task AttachAsync(string id); Task TagAsync(string id, string tag); Task<List<Server>> ListServersAsync(string name); }
        public sealed class {{name}}(HttpClient http, IStore store, IApiConnection api, ICloudClient cloud, IRestClient rest)
        {
        {{members}}
            private static async Task<Server> ReadAsync(HttpResponseMessage response) { response.EnsureSuccessStatusCode(); return (await response.Content.ReadFromJsonAsync<Server>())!; }
        }
        """;
}

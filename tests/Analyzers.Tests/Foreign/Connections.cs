using System.Net.Http;

namespace Forge;

public sealed class Repository { public long Id { get; set; } public string Name { get; set; } = ""; }
public sealed class NewRepository(string name) { public string Name => name; public bool? Private { get; set; } }
public sealed class Issue { public int Number { get; set; } }
public sealed class NewIssue(string title) { public string Title => title; }
public sealed class Hook { public long Id { get; set; } }
public sealed class NewHook { public string Url { get; set; } = ""; }

public interface IApiConnection
{
    Task<T> Get<T>(Uri uri);
    Task<IReadOnlyList<T>> GetAll<T>(Uri uri);
    Task<T> Post<T>(Uri uri, object data);
    Task<T> Patch<T>(Uri uri, object data);
    Task Delete(Uri uri);
}

public static class ApiUrls
{
    public static Uri Repositories() => new("user/repos", UriKind.Relative);
    public static Uri Issues(string owner, string name) => new($"repos/{owner}/{name}/issues", UriKind.Relative);
    public static Uri Hooks(string owner, string name) => new($"repos/{owner}/{name}/hooks", UriKind.Relative);
    public static Uri Lock(string owner, string name, int number) => new($"repos/{owner}/{name}/issues/{number}/lock", UriKind.Relative);
    public static Uri Markdown() => new("markdown", UriKind.Relative);
}

public abstract class ApiClient(IApiConnection connection)
{
    protected IApiConnection Connection => connection;
}

/// <summary>Octokit-like: clients over a connection that is an interface.</summary>
public sealed class RepositoriesClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<Repository> [|SEM3002:Create|](NewRepository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        if (string.IsNullOrEmpty(repository.Name)) throw new ArgumentException("The repository needs a name.", nameof(repository));
        return Connection.Post<Repository>(ApiUrls.Repositories(), repository);
    }

    public Task<Repository> Get(string owner, string name) => Connection.Get<Repository>(new Uri($"repos/{owner}/{name}", UriKind.Relative));

    public Task<Hook> [|SEM3002:CreateHook|](string owner, string name, NewHook hook) => Connection.Post<Hook>(ApiUrls.Hooks(owner, name), hook);

    public Task Delete(string owner, string name) => Connection.Delete(new Uri($"repos/{owner}/{name}", UriKind.Relative));
}

public sealed class IssuesClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<Issue> [|SEM3002:Create|](string owner, string name, NewIssue issue) => Connection.Post<Issue>(ApiUrls.Issues(owner, name), issue);

    public Task<Issue> Update(string owner, string name, int number, object update) =>
        Connection.Patch<Issue>(new Uri($"repos/{owner}/{name}/issues/{number}", UriKind.Relative), update);

    public Task LockAsync(string owner, string name, int number) => Connection.Post<object>(ApiUrls.Lock(owner, name, number), new { });
}

public sealed class MarkdownClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<string> RenderAsync(string text) => Connection.Post<string>(ApiUrls.Markdown(), new { text });
}

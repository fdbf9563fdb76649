using System.Text;
using System.Text.Json;

namespace HeldOut.SdkClients;

// in the style of a code host's client: a typed connection, addresses by static methods
public interface IApiConnection { Task<T> Get<T>(Uri uri); Task<T> Post<T>(Uri uri, object data); Task<T> Patch<T>(Uri uri, object data); Task<T> Put<T>(Uri uri, object data); Task Delete(Uri uri); Task<string> GetHtml(Uri uri, string body); }
public record Milestone(int Number, string Title);
public record NewMilestone(string Title);
public record Release(long Id, string TagName);
public record NewRelease(string TagName, bool Draft);
public static class ApiUrls
{
    public static Uri Milestones(string owner, string name) => new($"repos/{owner}/{name}/milestones", UriKind.Relative);
    public static Uri Releases(string owner, string name) => new($"repos/{owner}/{name}/releases", UriKind.Relative);
    public static Uri ReleasesNotes(string owner, string name) => new($"repos/{owner}/{name}/releases/generate-notes", UriKind.Relative);
    public static Uri Markdown() => new("markdown", UriKind.Relative);
    public static Uri Star(string owner, string name) => new($"user/starred/{owner}/{name}", UriKind.Relative);
}
public abstract class ApiClient(IApiConnection connection) { protected IApiConnection ApiConnection => connection; }
public sealed class MilestonesClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<Milestone> Get(string owner, string name, int number) => ApiConnection.Get<Milestone>(new($"repos/{owner}/{name}/milestones/{number}", UriKind.Relative));
    public Task<Milestone> [|SEM3002:Create|](string owner, string name, NewMilestone milestone)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        return ApiConnection.Post<Milestone>(ApiUrls.Milestones(owner, name), milestone);
    }
    public Task<Milestone> Update(string owner, string name, int number, NewMilestone change) => ApiConnection.Patch<Milestone>(new($"repos/{owner}/{name}/milestones/{number}", UriKind.Relative), change);
}
public sealed class ReleasesClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<Release> [|SEM3002:Create|](string owner, string name, NewRelease data) => ApiConnection.Post<Release>(ApiUrls.Releases(owner, name), data);
    public Task<string> GenerateReleaseNotes(string owner, string name, object request) => ApiConnection.Post<string>(ApiUrls.ReleasesNotes(owner, name), request);
}
public sealed class MiscellaneousClient(IApiConnection connection) : ApiClient(connection)
{
    public Task<string> RenderArbitraryMarkdown(object markdown) => ApiConnection.Post<string>(ApiUrls.Markdown(), markdown);
    public Task<string> RenderRawMarkdown(string markdown) => ApiConnection.GetHtml(ApiUrls.Markdown(), markdown);
}

// in the style of a payment SDK: every request may carry a key
public class RequestOptions { public string? ApiKey { get; set; } public string? IdempotencyKey { get; set; } }
public record Customer(string Id, string Email);
public class CustomerCreateOptions { public string? Email { get; set; } }
public interface IRequester { Task<T> RequestAsync<T>(HttpMethod method, string path, object? options, RequestOptions? requestOptions, CancellationToken token); }
public class CustomerService(IRequester requester)
{
    public virtual Task<Customer> CreateAsync(CustomerCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        requester.RequestAsync<Customer>(HttpMethod.Post, "/v1/customers", options, requestOptions, cancellationToken);
    public virtual Task<Customer> UpdateAsync(string id, CustomerCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        requester.RequestAsync<Customer>(HttpMethod.Post, $"/v1/customers/{id}", options, requestOptions, cancellationToken);
}
public class PaymentIntentService(IRequester requester)
{
    public virtual Task<Customer> CaptureAsync(string id, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        requester.RequestAsync<Customer>(HttpMethod.Post, $"/v1/payment_intents/{id}/capture", null, requestOptions, cancellationToken);
}

// in the style of a cloud SDK with a request object that carries a client token
public class CreateStackRequest { public string? StackName { get; set; } public string? ClientRequestToken { get; set; } }
public interface IInvoker { Task<T> PostAsync<T>(string action, object request); }
public class StacksClient(IInvoker invoker)
{
    public Task<string> CreateStackAsync(CreateStackRequest request) => invoker.PostAsync<string>("/?Action=CreateStack", request);
}

// in the style of a pipeline SDK: messages made by private methods whose names begin with Create
public enum RequestMethod { Get, Post, Put }
public class Request { public RequestMethod Method { get; set; } public Uri? Uri { get; set; } public HttpContent? Content { get; set; } }
public sealed class PipelineMessage : IDisposable { public Request Request { get; } = new(); public void Dispose() { } }
public interface IPipeline { PipelineMessage CreateMessage(); Task<string> ProcessMessageAsync(PipelineMessage message, CancellationToken token); }
public class JobsRestClient(IPipeline pipeline, Uri endpoint)
{
    public async Task<string> CreateOrUpdateAsync(string name, HttpContent content, CancellationToken token = default)
    {
        using var message = CreateCreateOrUpdateRequest(name, content);
        return await pipeline.ProcessMessageAsync(message, token).ConfigureAwait(false);
    }
    public async Task<string> QueryAsync(HttpContent content, CancellationToken token = default)
    {
        using var message = CreateQueryRequest(content);
        return await pipeline.ProcessMessageAsync(message, token).ConfigureAwait(false);
    }
    internal PipelineMessage CreateCreateOrUpdateRequest(string name, HttpContent content)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Put;
        message.Request.Uri = new Uri(endpoint, $"jobs/{name}");
        message.Request.Content = content;
        return message;
    }
    internal PipelineMessage CreateQueryRequest(HttpContent content)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri = new Uri(endpoint, "jobs:query");
        message.Request.Content = content;
        return message;
    }
}

// in the style of a container engine's client
public record CreateContainerResponse(string ID);
public interface IEngine { Task<string> MakeRequestAsync(HttpMethod method, string path, string? query, object? body, CancellationToken token); }
public class ContainerOperations(IEngine client)
{
    public async Task<CreateContainerResponse> [|SEM3002:CreateContainerAsync|](object parameters, CancellationToken cancellationToken = default)
    {
        var response = await client.MakeRequestAsync(HttpMethod.Post, "containers/create", null, parameters, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize<CreateContainerResponse>(response)!;
    }
    public Task StartContainerAsync(string id, CancellationToken cancellationToken = default) => client.MakeRequestAsync(HttpMethod.Post, $"containers/{id}/start", null, null, cancellationToken);
    public Task RenameContainerAsync(string id, string name, CancellationToken cancellationToken = default) => client.MakeRequestAsync(HttpMethod.Post, $"containers/{id}/rename", "name=" + name, null, cancellationToken);
    public Task<string> WaitContainerAsync(string id, CancellationToken cancellationToken = default) => client.MakeRequestAsync(HttpMethod.Post, $"containers/{id}/wait", null, null, cancellationToken);
}

// in the style of a language model's SDK: a "message" is an answer
public sealed class MessagesResource(HttpClient http)
{
    public async Task<string> CreateMessageAsync(object parameters, CancellationToken token = default)
    {
        using var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("v1/messages", content, token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(token);
    }
    public async Task<float[]> CreateEmbeddingAsync(string input) => (await (await http.PostAsJsonAsync("v1/embeddings", new { input })).Content.ReadFromJsonAsync<float[]>())!;
    public async Task<string> CreateImageAsync(string prompt) => await (await http.PostAsJsonAsync("v1/images/generations", new { prompt })).Content.ReadAsStringAsync();
}

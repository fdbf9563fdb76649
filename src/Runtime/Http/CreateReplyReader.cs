using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Classifies the reply to a create by its status, where it came from and whether its body is a JSON object.</summary>
internal sealed class CreateReplyReader(CreatePost post, OneShotContent content, TimeProvider time, int maximumBytes)
{
    /// <summary>What a reply is called that is no object: <c>$</c>.</summary>
    public const string Whole = "$";

    /// <param name="answered">The request as it was when it was answered: redirects change it.</param>
    /// <param name="response">The reply.</param>
    /// <param name="deadline">Cancelled by the time-out or the caller.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task<CreateReply> ReadAsync(HttpRequestMessage answered, HttpResponseMessage response, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (IsElsewhere(answered))
            return Ambiguous(response, null, $"status {status} came from {answered.Method} {PathOf(answered.RequestUri)}: the create was redirected");
        if (CreateStatus.IsSuccess(status)) return await ReadSuccessAsync(response, deadline, cancellationToken).ConfigureAwait(false);

        var (problem, error) = await ReadProblemAsync(response, deadline).ConfigureAwait(false);
        if (content.Repeated)
            return Ambiguous(response, problem, $"status {status}, after a second send was asked for and refused");
        if (post.SaysExists.Contains(status)) return new CreateReply.Exists(problem, status);
        if (CreateStatus.ProvesNotApplied(status) || post.RejectsUnread.Contains(status))
            return new CreateReply.NotApplied(status, problem, $"status {status}") { RetryAfter = RetryAfter.Of(response, time), Error = ReplyError.Of(post, status, problem, error, RetryAfter.Of(response, time)) };
        if (CreateStatus.SaysExists(status)) return new CreateReply.Exists(problem, status);
        return Ambiguous(response, problem, $"status {status}") with { Headers = CreateStatus.SeesOther(status) ? response.Headers : null };
    }

    private async Task<CreateReply> ReadSuccessAsync(HttpResponseMessage response, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        try
        {
            var body = await ReplyBody.ReadAsync(response.Content, maximumBytes, deadline).ConfigureAwait(false);
            return ObjectOf(body.Json) is { } json
                ? new CreateReply.Applied(status, json, response.Headers)
                : Ambiguous(response, null, $"status {status} without a JSON object") with { Headers = body.IsEmpty ? response.Headers : null };
        }
        catch (Exception error)
        {
            return Ambiguous(response, null, $"status {status}, but its body could not be read ({SendFailure.Describe(error)})") with
            {
                Error = error,
                Cancelled = cancellationToken.IsCancellationRequested,
            };
        }
    }

    private JsonObject? ObjectOf(JsonNode? body) => body is null or JsonObject || !post.TakesAnyJson ? body as JsonObject : new() { [Whole] = body };

    /// <summary>The status alone decides: an error body that cannot be read only leaves the reader without its text.</summary>
    private async Task<(string? Problem, ErrorBody? Error)> ReadProblemAsync(HttpResponseMessage response, CancellationToken deadline)
    {
        try
        {
            var body = await ReplyBody.ReadAsync(response.Content, ReplyBody.MaximumErrorBytes, deadline).ConfigureAwait(false);
            var secrets = RequestHeaders.WithCredentials(post.Secrets, response.RequestMessage);
            return (ProblemText.Of(body.Json, secrets), ErrorBody.Of(body, response.Content, secrets));
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            return (null, null);
        }
    }

    private CreateReply.Ambiguous Ambiguous(HttpResponseMessage response, string? problem, string evidence) =>
        new((int)response.StatusCode, problem, evidence) { RetryAfter = RetryAfter.Of(response, time) };

    /// <summary>Handlers may add a query, such as an API key; only a redirect changes more than that.</summary>
    private bool IsElsewhere(HttpRequestMessage answered) =>
        answered.Method != post.Method || PathOf(answered.RequestUri) != PathOf(post.Address);

    private static string? PathOf(Uri? address) => address is null ? null : RequestAddress.WithoutUser(address).GetLeftPart(UriPartial.Path);
}

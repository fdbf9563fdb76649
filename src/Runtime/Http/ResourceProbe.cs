using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads or deletes one resource and says what the outcome proves. Only the caller's cancellation and a wrong request throw.</summary>
internal sealed class ResourceProbe(HttpClient http, SemelContext semel)
{
    private readonly HttpExchange _exchange = new(http, semel);

    /// <param name="request">The request.</param>
    /// <param name="envelope">Where the reply holds the object; null: it is the object.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ReadReply> GetAsync(ApiRequest request, string? envelope, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _exchange.SendAsync(request.Take(), wantsBody: true, cancellationToken).ConfigureAwait(false);
            if (reply.IsSuccess && Envelope.Read(reply.Body.Json, envelope) is JsonObject body) return new ReadReply.Present(body, reply.RetryAfter, reply.ETag);
            return IsAbsent(reply)
                ? new ReadReply.Absent(reply.Status)
                : new ReadReply.Unknown(reply.Status, Evidence(reply) + (reply.IsSuccess ? " without a JSON object" : ""), ToError(request, reply));
        }
        catch (ApiException error)
        {
            return new ReadReply.Unknown(error.Status, error.Message, error);
        }
    }

    public async Task<DeleteReply> DeleteAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _exchange.SendAsync(request.Take(), wantsBody: false, cancellationToken).ConfigureAwait(false);
            var isGone = IsAbsent(reply) || (reply.IsSuccess && reply.Method == request.Method);
            return isGone
                ? new DeleteReply.Gone(reply.Status)
                : new DeleteReply.Unknown(reply.Status, Evidence(reply), ToError(request, reply));
        }
        catch (ApiException error)
        {
            return new DeleteReply.Unknown(error.Status, error.Message, error);
        }
    }

    /// <summary>A 404 of somewhere else, such as a login page, says nothing about the resource.</summary>
    private static bool IsAbsent(Reply reply) => reply.Status is 404 or 410 && !reply.Redirected;

    private static string Evidence(Reply reply) => $"status {reply.Status}{(reply.Redirected ? " after a redirect" : "")}";

    private static ApiException ToError(ApiRequest request, Reply reply) => ReplyError.Of(request, reply, null);
}

namespace Semel;

internal static class ReplyError
{
    /// <summary>The error of a reply: what was missing where the status is a success, else what the API said.</summary>
    public static ApiException Of(ApiRequest request, Reply reply, string? missing, Exception? cause = null)
    {
        var path = request.ExpandPath();
        var said = reply.IsSuccess ? $", but {missing ?? "without a JSON object"}" : reply.Problem is null ? "" : $": {reply.Problem}";
        return new ApiException($"{request.Method} {path} was answered with {reply.Status}{said}{(said.EndsWith('.') ? "" : ".")}",
            request.Method, path, reply.Status, reply.Problem, reply.RetryAfter, cause);
    }
}

namespace Semel;

internal static class ReplyError
{
    /// <summary>The error of a reply: what was missing where the status is a success, else what the API said.</summary>
    public static ApiException Of(ApiRequest request, Reply reply, string? missing, Exception? cause = null, IReadOnlyList<ErrorModel>? models = null)
    {
        var path = request.ExpandPath();
        var said = reply.IsSuccess ? $", but {missing ?? "without a JSON object"}" : reply.Problem is null ? "" : $": {reply.Problem}";
        return new ApiException($"{request.Method} {path} was answered with {reply.Status}{said}{(said.EndsWith('.') ? "" : ".")}",
            request.Method, path, reply.Status, reply.Problem, reply.RetryAfter, cause)
        {
            Body = reply.Error?.Json,
            Details = ApiProblem.Of(reply.Error?.Json, reply.Error?.MediaType),
            Error = ErrorModel.Read(models ?? [], request.Method, request.Template, reply.Status, reply.Error?.Json),
        };
    }

    /// <summary>The error of a create that was rejected.</summary>
    public static ApiException Of(CreatePost post, int status, string? problem, ErrorBody? error, TimeSpan? retryAfter)
    {
        var said = problem is null ? "" : $": {problem}";
        var path = post.Address.AbsolutePath;
        return new ApiException($"{post.Method} {path} was answered with {status}{said}{(said.EndsWith('.') ? "" : ".")}", post.Method, path, status, problem, retryAfter)
        {
            Body = error?.Json,
            Details = ApiProblem.Of(error?.Json, error?.MediaType),
            Error = ErrorModel.Read(post.Errors, post.Method, post.Template, status, error?.Json),
        };
    }
}

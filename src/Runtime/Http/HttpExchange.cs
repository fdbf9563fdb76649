using Semel.Workflows;

namespace Semel;

/// <summary>Sends a request that is no create and reads its reply, within the time that the options allow.</summary>
internal sealed class HttpExchange(HttpClient http, SemelContext semel, IReadOnlyList<ErrorModel>? errors = null, int maximumReplyBytes = ReplyBody.MaximumBytes)
{
    private static readonly KeyValuePair<string, string>[] NoQuery = [];

    /// <inheritdoc cref="SendAsync(ApiRequest, IReadOnlyList{KeyValuePair{string, string}}, bool, CancellationToken)"/>
    public Task<Reply> SendAsync(ApiRequest request, bool wantsBody, CancellationToken cancellationToken) =>
        SendAsync(request, NoQuery, wantsBody, cancellationToken);

    /// <summary>Any reply, whatever its status. Where the body isn't wanted, that of a success isn't read.</summary>
    /// <exception cref="ApiException">There was none, or it could not be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<Reply> SendAsync(ApiRequest request, IReadOnlyList<KeyValuePair<string, string>> query, bool wantsBody, CancellationToken cancellationToken) =>
        RunAsync(request, query, (response, message, token) => ReplyOfAsync(request, response, message, wantsBody, token), cancellationToken);

    /// <summary>Reads what a success answers otherwise than as JSON. A download keeps the reply open.</summary>
    /// <exception cref="ApiException">The reply is no 2xx, there was none, or it could not be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<T> ReadAsync<T>(ApiRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => RunAsync(
        request, NoQuery,
        async (response, message, token) => response.IsSuccessStatusCode
            ? await read(response, token).ConfigureAwait(false)
            : throw ReplyError.Of(request, await ReplyOfAsync(request, response, message, wantsBody: false, token).ConfigureAwait(false), null, models: errors),
        cancellationToken);

    private async Task<Reply> ReplyOfAsync(ApiRequest request, HttpResponseMessage response, HttpRequestMessage message, bool wantsBody, CancellationToken cancellationToken)
    {
        var answered = response.RequestMessage ?? message;
        var body = await ReadBodyAsync(response, wantsBody, cancellationToken).ConfigureAwait(false);
        var secrets = response.IsSuccessStatusCode ? SecretScrubber.None : RequestHeaders.WithCredentials(request.NewScrubber(), answered);
        var problem = response.IsSuccessStatusCode ? null : ProblemText.Of(body.Json, secrets);
        var error = response.IsSuccessStatusCode ? null : ErrorBody.Of(body, response.Content, secrets);
        var redirected = answered.Method != request.Method || PathOf(answered.RequestUri) != PathOf(request.Asked);
        return new Reply((int)response.StatusCode, answered.Method, redirected, body, problem, RetryAfter.Of(response, semel.TimeProvider)) { Asked = request.Asked, Error = error, Links = LinkHeader.Of(response.Headers), ETag = response.Headers.ETag?.ToString() };
    }

    private async Task<T> RunAsync<T>(
        ApiRequest request, IReadOnlyList<KeyValuePair<string, string>> query,
        Func<HttpResponseMessage, HttpRequestMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head) StepScope.Current?.AllowChange($"{request.Method} {request.Template}");
        using var message = request.ToMessage(http, query, semel.Options.Servers);
        var asked = message.RequestUri;
        request.Asked = asked;
        var path = request.ExpandPath();
        var timeout = request.IsStreamed ? Timeout.InfiniteTimeSpan : TimeoutOf(request.Method);
        using var deadline = new CancellationTokenSource(timeout, semel.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        HttpResponseMessage? response = null;
        var isKept = false;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            ApiReplies.Note(request.Method, request.Template, response);
            var result = await read(response, message, either.Token).ConfigureAwait(false);
            isKept = result is Download;
            return result;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (OperationCanceledException late)
        {
            var limit = deadline.IsCancellationRequested ? $"{timeout.TotalSeconds} s" : "the time-out of its HttpClient";
            throw new ApiException($"{request.Method} {path} was not answered within {limit}.", request.Method, path, innerException: new TimeoutException("The request timed out.", late));
        }
        catch (Exception error) when (message.Content is OneShotContent { Repeated: true } or OneShotContent { Buffered: true })
        {
            throw new ApiException($"{request.Method} {path} failed: a redirect or a handler tried to send its body again or to keep it, which is refused.", request.Method, path, innerException: error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            var where = SendFailure.IsBeforeConnection(error) ? $": no connection to {asked?.Authority}" : "";
            throw new ApiException($"{request.Method} {path} failed{where} ({SendFailure.Describe(error)}).", request.Method, path, innerException: error);
        }
        finally
        {
            if (!isKept) response?.Dispose();
        }
    }

    private static async Task<ReplyBody> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ReplyBody.ReadAsync(response.Content, ReplyBody.MaximumErrorBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            return ReplyBody.None;
        }
    }

    private async Task<ReplyBody> ReadBodyAsync(HttpResponseMessage response, bool isWanted, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) return await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        return isWanted ? await ReplyBody.ReadAsync(response.Content, maximumReplyBytes, cancellationToken).ConfigureAwait(false) : ReplyBody.None;
    }

    /// <summary>What carries a body may take as long as a create.</summary>
    private TimeSpan TimeoutOf(HttpMethod method) => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch
        ? semel.Options.CreateTimeout
        : semel.Options.ReadTimeout;

    private static string? PathOf(Uri? address) => address?.GetLeftPart(UriPartial.Path);
}

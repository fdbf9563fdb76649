using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Sends one create and says what its outcome proves. It throws only for what is wrong before anything is sent.</summary>
internal sealed class CreateExchange(HttpClient http, TimeProvider time, int maximumReplyBytes = ReplyBody.MaximumBytes)
{
    public async Task<CreateReply> SendAsync(CreatePost post, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(post.Body.Length);
        var content = new OneShotContent(post.Body, post.BeforeFirstByte, post.MediaType);
        using var request = NewRequest(post, content);
        using var deadline = new CancellationTokenSource(post.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            ApiReplies.Note(post.Method, post.Template, response);
            return await new CreateReplyReader(post, content, time, maximumReplyBytes)
                .ReadAsync(response.RequestMessage ?? request, response, either.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return WithoutReply(content, error, cancellationToken.IsCancellationRequested);
        }
    }

    private HttpRequestMessage NewRequest(CreatePost post, OneShotContent content)
    {
        var request = new HttpRequestMessage(post.Method, post.Address)
        {
            Content = content,
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        request.Headers.ExpectContinue = false; // a status that answers headers alone could answer another attempt than the one that was written
        RequestHeaders.Add(request, post.Headers);
        RequestHeaders.AcceptJson(request, http);
        return request;
    }

    /// <summary>What it proves that no reply came.</summary>
    public static CreateReply WithoutReply(OneShotContent content, Exception error, bool cancelled)
    {
        var cause = SendFailure.Describe(error);
        if (!content.Started && WhyNothingWasSent(content, error, cancelled) is { } proof)
            return new CreateReply.NotApplied(null, null, proof) { Cancelled = cancelled && content.Stop is null, Error = content.Stop ?? error };
        if (SendFailure.IsRefusedStream(error) && !content.Repeated)
            return new CreateReply.NotApplied(null, null, $"the server refused the stream unread ({cause})") { Error = error };
        var evidence = content.Repeated ? "a redirect, a retry, an authentication challenge or a handler tried to send the create again and was refused"
            : cancelled ? "cancelled after the request was sent"
            : error is OperationCanceledException ? "no reply in time"
            : $"the exchange failed ({cause})";
        return new CreateReply.Ambiguous(null, null, evidence) { Cancelled = cancelled, Error = error };
    }

    /// <summary>Why it is certain that no byte of the body left, or null where it isn't: an unknown error of a handler may have been applied by a stand-in that never asks for the body.</summary>
    private static string? WhyNothingWasSent(OneShotContent content, Exception error, bool cancelled)
    {
        if (content.Stop is not null) return "stopped before the first byte";
        if (content.Buffered) return "a handler of the client buffers, reads or changes the body; nothing was sent";
        if (error is CredentialsException) return "no credentials could be had";
        if (cancelled) return "cancelled before the first byte";
        if (SendFailure.IsBeforeConnection(error)) return $"no connection ({SendFailure.Describe(error)})";
        return error is OperationCanceledException ? "no connection in time" : null;
    }
}

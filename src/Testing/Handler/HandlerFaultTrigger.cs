using System.Net;
using Semel.Testing.Faults;
using Semel.Testing.Handler;

namespace Semel.Testing;

/// <summary>Requests that were chosen; each method scripts one fault for them.</summary>
public sealed partial class HandlerFaultTrigger
{
    private readonly FaultList<HttpRequestMessage, HandlerEffect> _faults;
    private readonly TimeProvider _clock;
    private readonly Func<HttpRequestMessage, bool> _matches;

    internal HandlerFaultTrigger(FaultList<HttpRequestMessage, HandlerEffect> faults, TimeProvider clock, Func<HttpRequestMessage, bool> matches) =>
        (_faults, _clock, _matches) = (faults, clock, matches);

    private Fault Script(HandlerEffect effect) => _faults.Add(_matches, effect);

    private Fault Instead(Func<HttpRequestMessage, HttpResponseMessage> answer) => Script(new HandlerEffect
    {
        Before = (fault, request, _) =>
        {
            fault.CountHit();
            return Task.FromResult<HttpResponseMessage?>(answer(request));
        },
    });

    private Fault Afterwards(Func<HttpResponseMessage, Task<HttpResponseMessage>> change) => Script(new HandlerEffect
    {
        After = (fault, response, _) =>
        {
            fault.CountHit();
            return change(response);
        },
    });

    /// <summary>The reply is thrown away, and the client gets an exception.</summary>
    private Fault InsteadOfTheReply(Func<Exception> failure) => Afterwards(response =>
    {
        response.Dispose();
        return Task.FromException<HttpResponseMessage>(failure());
    });

    private static HttpResponseMessage Answer(HttpRequestMessage? request, int status, string body) =>
        new((HttpStatusCode)status) { RequestMessage = request, Content = new StringContent(body, null, "application/json") };

    private static void CheckStatus(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
    }
}

using System.Net;

namespace Semel;

/// <summary>A listener at a port of this machine that is free, with its address.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private const int Attempts = 20;

    private readonly HttpListener _listener;
    private readonly Task _serving;

    /// <param name="answer">Answers one request after the other.</param>
    public LoopbackListener(Func<HttpListenerContext, Task> answer)
    {
        (_listener, Address) = Listen();
        _serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    /// <summary>A listener that could not start is of no use any more.</summary>
    private static (HttpListener Listener, Uri Address) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}/");
            var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync(Func<HttpListenerContext, Task> answer)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or InvalidOperationException) // stopped meanwhile, or between the two calls
            {
                return;
            }

            try
            {
                await answer(asked);
            }
            catch (HttpListenerException)
            {
                // nobody waits for the answer any more
            }
        }
    }
}

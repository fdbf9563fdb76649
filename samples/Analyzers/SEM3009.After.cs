namespace Semel.Samples.Analyzers.SEM3009;

/// <summary>The remedy.</summary>
public static class After
{
    public static void Sign(HttpRequestMessage message, ServerRequest request) => message.Headers.Add("Idempotency-Key", $"{request.Region}/{request.Name}");
}

namespace Semel.Samples.Analyzers.SEM3009;

/// <summary>What the rule warns of.</summary>
public static class Before
{
    public static void Sign(HttpRequestMessage message, ServerRequest request) => message.Headers.Add("Idempotency-Key", $"{request.Name}-{Guid.NewGuid()}");
}

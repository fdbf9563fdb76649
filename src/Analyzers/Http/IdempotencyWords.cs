namespace Semel.Analyzers.Http;

/// <summary>How an idempotency key is called: in headers, bodies, options and variables.</summary>
internal static class IdempotencyWords
{
    private static readonly string[] Parts =
        ["idempoten", "clienttoken", "requesttoken", "paypalrequestid", "repeatabilityrequestid", "dedupe", "dedup", "uniquerequestid", "clientrequesttoken", "creationtoken", "oncekey", "xopcretrytoken", "opcretrytoken", "retrytoken"];

    private static readonly string[] Hints = ["idempot", "dedup", "token", "request", "once"];

    /// <summary>Dashes, underscores and case don't matter. <c>NonIdempotent</c> is no key.</summary>
    public static bool IsKey(string text)
    {
        if (text.Length is < 5 or > 200 || !Hints.Any(hint => text.IndexOf(hint, StringComparison.OrdinalIgnoreCase) >= 0)) return false;
        var plain = text.Replace("-", "").Replace("_", "").ToLowerInvariant();
        return !plain.StartsWith("nonidempotent", StringComparison.Ordinal) && Parts.Any(plain.Contains);
    }
}

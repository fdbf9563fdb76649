using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>A success of the create may have a header that marks a replay: <c>Idempotency-Replayed</c>, <c>Idempotent-Replayed</c>.</summary>
internal static class KeyReplyRule
{
    public static string? ReplayedHeader(SpecOperation create, References references)
    {
        if (references.Get(create.Place, "responses") is not { } replies) return null;
        return replies.Node.Members()
            .Where(entry => entry.Key.StartsWith("2", StringComparison.Ordinal))
            .Select(entry => references.Resolve(replies.Under(entry.Key, entry.Value)))
            .SelectMany(reply => reply?.Node.Get("headers").Members() ?? [])
            .Select(header => header.Key)
            .FirstOrDefault(name => Words.Flat(name) is var flat && flat.Contains("idempoten") && flat.Contains("replay"));
    }
}

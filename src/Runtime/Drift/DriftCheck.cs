using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>What of a recorded resource is not as it is wanted: pure, of the policy, the record and what the API shows.</summary>
internal static class DriftCheck
{
    /// <summary>What changed of the input since it was recorded, an update that was begun and is not known to be done included.</summary>
    public static IReadOnlyList<Difference> OfInput(CreatePolicy policy, LiveRecord live)
    {
        if (live.Input is not { } recorded) return [];
        var before = policy.Recorded(recorded);
        var findings = policy.Comparison.OfInputs(before, policy.Input.Json).Where(finding => IsChange(policy, live, finding)).Select(finding => Of(policy, finding, DriftKind.InputChanged));
        var secrets = SecretFingerprints.Changes(live.Secrets, policy.Input.Secrets, path => IsAt(recorded, path), path => IsAt(policy.Input.Json, path));
        return Listed(policy, [.. findings, .. secrets.Select(path => OfSecret(policy, path, policy.Input.Secrets?.Values.ContainsKey(path) == true)), .. Pending(policy, live, before)]);
    }

    /// <summary>The same, and what the API shows otherwise; <paramref name="shown"/> is null where it wasn't asked.</summary>
    public static IReadOnlyList<Difference> Of(CreatePolicy policy, LiveRecord live, JsonObject? shown)
    {
        var changes = OfInput(policy, live);
        if ((live.Input is null ? shown ?? live.Attributes : shown) is not { } there) return changes;
        var drift = Remote(policy, policy.Input.Json, policy.Recorded(there, live)).Where(finding => !IsExpected(policy, live, finding)).Select(finding => Of(policy, finding, DriftKind.RemoteDrift));
        return Listed(policy, [.. changes, .. drift]);
    }

    /// <summary>What the API shows of a resource in place of what was asked, by path, right after it was written. It is no drift while it stays so.</summary>
    public static JsonObject ShownAs(CreatePolicy policy, LiveRecord live, JsonObject asked, JsonObject shown)
    {
        var others = new JsonObject();
        foreach (var finding in Remote(policy, policy.Recorded(asked), policy.Recorded(shown, live))) others[finding.Path] = finding.Old?.DeepClone();
        return others;
    }

    /// <summary>The same as recorded, without what an earlier version took for no secret.</summary>
    public static JsonObject Shown(CreatePolicy policy, LiveRecord live, JsonObject shownAs)
    {
        IReadOnlyList<string> hidden = [.. policy.Secrets, .. live.Withheld];
        var clean = policy.Recorded(shownAs, live);
        foreach (var path in shownAs.Select(shown => shown.Key).Where(path => hidden.Any(secret => IsAtOrBelow(path, secret)))) clean.Remove(path);
        return clean;
    }

    /// <summary>Differences for the secrets that are written in every run, as far as they can be.</summary>
    public static IEnumerable<Difference> Secrets(CreatePolicy policy) =>
        policy.Input.Secrets?.Values.Keys.Select(path => OfSecret(policy, path, isWanted: true)).Where(secret => !secret.NeedsReplacement) ?? [];

    /// <summary>
    /// An earlier version, or one that took them for no secrets, wrote the record: the secrets of now are taken for those of what is there, and
    /// none stays in plain text. Null: nothing is missing.
    /// </summary>
    public static LiveRecord? Completed(CreatePolicy policy, LiveRecord live)
    {
        if (live.Input is not { } recorded) return null;
        var (known, wanted) = (live.Secrets?.Values ?? SecretFingerprints.Unknown.Values, policy.Input.Secrets?.Values ?? SecretFingerprints.Unknown.Values);
        var missing = wanted.Where(pair => !known.ContainsKey(pair.Key) && (live.Secrets is { KeyId: "" } || IsAt(recorded, pair.Key))).ToList();
        if (missing.Count == 0 && !IsPlain(policy, live, recorded)) return null;
        return live with
        {
            Input = policy.Recorded(recorded),
            Secrets = missing.Count == 0 ? live.Secrets : new(policy.Input.Secrets!.KeyId, new Dictionary<string, string>(known.Concat(missing))),
        };
    }

    /// <summary>A secret is in the record, whatever part of it.</summary>
    private static bool IsPlain(CreatePolicy policy, LiveRecord live, JsonObject input) =>
        !JsonNode.DeepEquals(policy.Recorded(input), input)
        || !JsonNode.DeepEquals(policy.Recorded(live.Attributes, live), live.Attributes)
        || (live.ShownAs is { } shown && Shown(policy, live, shown).Count < shown.Count);

    private static bool IsAt(JsonObject input, string path) => JsonPathAccess.ReadAll(input, path).Any();

    private static IEnumerable<Finding> Remote(CreatePolicy policy, JsonObject wanted, JsonObject shown) => policy.Comparison.OfRemote(shown, wanted);

    /// <summary>Newly asked for and shown so already, or not a property of the request any more: nothing is to be done.</summary>
    private static bool IsChange(CreatePolicy policy, LiveRecord live, Finding finding)
    {
        if (!finding.HasNew) return (policy.InputProperties is null || policy.InputProperties.Contains(finding.Root) || finding.Root.StartsWith('?')) && live.Secrets?.Values.ContainsKey(finding.Path) != true;
        if (finding.HasOld) return true;
        if (live.Secrets?.Values.ContainsKey(finding.Path) == true) return false; // the document calls it a secret no longer
        return !JsonPathAccess.TryRead(live.Attributes, finding.Path, out var shown) || shown is null || !policy.Comparison.IsAsBefore(finding.Path, finding.New, shown);
    }

    private static bool IsExpected(CreatePolicy policy, LiveRecord live, Finding finding) =>
        live.Input is not null && (live.ShownAs is null || (live.ShownAs.TryGetPropertyValue(finding.Path, out var before) && policy.Comparison.IsAsBefore(finding.Path, before, finding.Old)));

    private static IEnumerable<Difference> Pending(CreatePolicy policy, LiveRecord live, JsonObject before)
    {
        foreach (var path in live.Update?.Properties ?? [])
        {
            if (policy.Secrets.Contains(path))
            {
                yield return OfSecret(policy, path, policy.Input.Secrets?.Values.ContainsKey(path) == true);
                continue;
            }

            var (hasOld, hasNew) = (JsonPathAccess.TryRead(before, path, out var old), JsonPathAccess.TryRead(policy.Input.Json, path, out var wanted));
            yield return Of(policy, new(path, RootOf(policy, path), old, hasOld, wanted, hasNew), DriftKind.InputChanged);
        }
    }

    private static IReadOnlyList<Difference> Listed(CreatePolicy policy, IEnumerable<Difference> differences) =>
        [.. differences.Where(difference => !policy.Ignored.Any(path => IsAtOrBelow(difference.Property, path))).DistinctBy(difference => difference.Property)];

    private static Difference Of(CreatePolicy policy, Finding finding, DriftKind kind) => new(finding.Path, finding.OldText, finding.NewText, kind)
    {
        Root = finding.Root,
        NeedsReplacement = policy.Updates?.Reaches(finding.Root, finding.OldText, Wants(policy, finding)) != true,
    };

    /// <summary>What is nested is unset by writing what is around it.</summary>
    private static string? Wants(CreatePolicy policy, Finding finding) =>
        finding.HasNew || (finding.Path != finding.Root && policy.Input.Json.ContainsKey(finding.Root)) ? finding.NewText ?? "" : null;

    private static Difference OfSecret(CreatePolicy policy, string path, bool isWanted)
    {
        var root = RootOf(policy, path);
        return new(path, null, null, DriftKind.InputChanged)
        {
            IsSecret = true,
            Root = root,
            NeedsReplacement = policy.Updates?.Reaches(root, null, isWanted || policy.Input.Json.ContainsKey(root) ? "" : null) != true,
        };
    }

    /// <summary>The property of the request that holds the path; its own name may have dots.</summary>
    private static string RootOf(CreatePolicy policy, string path) =>
        policy.Input.Json.Select(property => property.Key).Concat(policy.Updates?.Properties ?? []).Where(root => IsAtOrBelow(path, root)).MaxBy(root => root.Length)
        ?? path.Split('.')[0];

    private static bool IsAtOrBelow(string path, string other) => path == other || path.StartsWith(other + ".", StringComparison.Ordinal);
}

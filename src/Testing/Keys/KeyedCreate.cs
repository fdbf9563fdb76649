using Semel.Testing.Http;
using Semel.Testing.Operations;
using Semel.Testing.Storage;

namespace Semel.Testing.Keys;

/// <summary>A create that recognises a repeat by its idempotency key, where its kind has rules for one.</summary>
internal static class KeyedCreate
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (cloud.Keys.Rules(request.Definition.Plural) is not { } rules) return CreateOperation.Answer(cloud, request);
        (string? key, DateTimeOffset? firstSent, string? problem) = KeyReader.Read(rules, request.Request);
        if (problem is not null) return Marked(rules, Reply.Problem(400, "bad_request", problem), "rejected");
        if (key is null) return CreateOperation.Answer(cloud, request);
        if (rules.IgnoresKeys) return Marked(rules, CreateOperation.Answer(cloud, request), "accepted");
        if (rules.RejectsLate && IsLate(rules, firstSent, cloud.Now)) return Late(rules);
        return Known(cloud, request, rules, key) is { } entry
            ? Repeated(cloud, request, rules, entry)
            : First(cloud, request, rules, key);
    }

    /// <summary>Keeps a failure that a fault answers before the create is applied, where the rules say so.</summary>
    public static void KeepFailure(CloudState cloud, CloudRequest request, Reply failure)
    {
        if (failure.Status < 500 || request.Method != "POST" || RouteTable.Locate(request.Path) is not ({ } definition, "")) return;
        if (cloud.Keys.Rules(definition.Plural) is not { Stores5xx: true, IgnoresKeys: false } rules) return;
        if (KeyReader.Read(rules, request) is not (string key, _, null) || cloud.Keys.Find(definition.Plural, key) is not null) return;
        var entry = new KeyEntry(request.Received.Body, cloud.Now);
        entry.Keep(failure);
        cloud.Keys.Add(definition.Plural, key, entry);
    }

    /// <summary>The work on a request is done: its key is free to be repeated, and a failure takes the place of the reply.</summary>
    public static void Finish(CloudState cloud, CloudRequest request, Reply? reply)
    {
        if (request.KeyEntry is not { } entry) return;
        entry.InProgress = false;
        if (reply is { Status: >= 500 } && entry.Stores5xx) entry.Keep(reply);
    }

    private static KeyEntry? Known(CloudState cloud, RoutedRequest request, KeyRules rules, string key)
    {
        string kind = request.Definition.Plural;
        if (cloud.Keys.Find(kind, key) is not { } entry) return null;
        bool forgotten = !rules.RejectsLate && IsLate(rules, entry.FirstSeen, cloud.Now);
        if (!forgotten && (rules.AfterDelete != KeyAfterDelete.Forget || !IsGone(cloud, entry))) return entry;
        cloud.Keys.Forget(kind, key);
        return null;
    }

    private static Reply First(CloudState cloud, RoutedRequest request, KeyRules rules, string key)
    {
        Reply reply = CreateOperation.Answer(cloud, request);
        if (reply.Status is >= 200 and < 300)
        {
            var entry = new KeyEntry(request.Request.Received.Body, cloud.Now)
            {
                Made = cloud.Store.Find(request.Definition, cloud.Applied[^1].Id),
                InProgress = request.Request.KeepsWorking,
                Stores5xx = rules.Stores5xx,
            };
            entry.Keep(reply);
            cloud.Keys.Add(request.Definition.Plural, key, entry);
            request.Request.KeyEntry = entry;
        }

        return Marked(rules, reply, "accepted");
    }

    private static Reply Repeated(CloudState cloud, RoutedRequest request, KeyRules rules, KeyEntry entry)
    {
        if (IsLate(rules, entry.FirstSeen, cloud.Now)) return Late(rules);
        if (entry.Body != request.Request.Received.Body)
            return Marked(rules, Reply.Problem(rules.MismatchStatus, "key_reused", $"The {rules.Name} was used with another body."), "rejected");
        if (entry.InProgress)
            return Marked(rules, Reply.Problem(rules.InProgressStatus, "key_in_use", $"A request with this {rules.Name} is still in progress."), "accepted");
        if (rules.AfterDelete == KeyAfterDelete.Refuse && IsGone(cloud, entry))
            return Marked(rules, Reply.Problem(410, "gone", $"What the request with this {rules.Name} created is deleted."), "rejected");
        Reply replay = entry.Replay();
        if (!rules.MarksReplays) return replay;
        return rules.Carrier == KeyCarrier.Repeatability
            ? Marked(rules, replay, "accepted")
            : replay with { Headers = [.. replay.Headers, new("Idempotency-Replayed", "true")] };
    }

    private static Reply Late(KeyRules rules) => Marked(rules, Reply.Problem(412, "key_expired", $"The {rules.Name} is too old to be known for sure."), "rejected");

    private static bool IsLate(KeyRules rules, DateTimeOffset? first, DateTimeOffset now) => rules.Window is { } window && first is { } time && now >= time + window;

    private static bool IsGone(CloudState cloud, KeyEntry entry) =>
        entry.Made is { } made && !cloud.Store.Exists(made.Definition.Plural, made.Id);

    private static Reply Marked(KeyRules rules, Reply reply, string result) => rules.Carrier == KeyCarrier.Repeatability
        ? reply with { Headers = [.. reply.Headers, new("Repeatability-Result", result)] }
        : reply;
}

namespace Semel.Protocol;

/// <summary>A POST may have been applied: send the same again where the API recognises it, else look, else stop (PROTOCOL section 3).</summary>
internal static partial class CreateProtocol
{
    /// <summary>Evidence of an attempt that was sent without the idempotency key that its model declares.</summary>
    public const string UnkeyedEvidence = "sent without its idempotency key";

    private static Decision Doubt(CreatePolicy policy, IntentRecord intent, int sent, DateTimeOffset notBefore, DateTimeOffset now)
    {
        if (sent < CreatePolicy.MaximumSends && MayRepeatBlindly(policy, intent, now, out var reason) && !MayBeRolledBack(policy, sent)) return RepeatWhenDue(policy, intent, sent, notBefore, now, reason);
        return policy.CanLook
            ? Look(new CreateState.Doubting(intent, sent, EmptyLooks: 0, notBefore), "a POST may have been applied: look for what it made")
            : StopIndeterminate(policy, intent, [], WhyNoRepeat(policy, intent, now));
    }

    /// <summary>The record may be an old one (rule 11): a marker tells, and a key of it would make what a newer generation has made.</summary>
    private static bool MayBeRolledBack(CreatePolicy policy, int sent) => sent == 0 && policy is { Guarantee: Guarantee.Replay, HasMarker: true, CanLook: true, LookFirst: true };

    /// <summary>The API recognises a repeat as the same create, so that nothing has to be found out first.</summary>
    private static bool MayRepeatBlindly(CreatePolicy policy, IntentRecord intent, DateTimeOffset now, out string reason)
    {
        reason = policy.Guarantee == Guarantee.Natural ? "at one address there is one resource, however often it is sent there" : "the API recognises the key of the earlier POST";
        return policy.Guarantee switch
        {
            Guarantee.Natural => !IsOtherInput(policy, intent) && !WasRefused(policy, intent.Attempts[^1]) && !IsRefusedRepeat(policy, intent),
            Guarantee.Replay => IsInsideWindow(policy, intent, now) && !IsOtherInput(policy, intent) && !KeepsFailing(intent) && !WasUnkeyed(intent) && intent.Attempts[^1].Status is not (400 or 412 or 422),
            Guarantee.UniqueName or Guarantee.Marker or Guarantee.AtMostOnce => false,
        };
    }

    /// <summary>The client chooses the address and posts there: a repeat may be refused for what an earlier one made.</summary>
    private static bool IsPosted(CreatePolicy policy) => policy is { Guarantee: Guarantee.Natural, RefusesSecond: true };

    /// <summary>Some APIs refuse a second one as they do wrong input: a look tells.</summary>
    private static bool IsRefusedRepeat(CreatePolicy policy, IntentRecord intent) =>
        IsPosted(policy) && intent.Attempts[^1] is { State: AttemptState.Ambiguous, Status: 400 or 422 } && intent.Attempts.SkipLast(1).Any(IsOpen);

    /// <summary>The input was changed while its create is in doubt (rule 12).</summary>
    private static bool IsOtherInput(CreatePolicy policy, IntentRecord intent) => intent.Fingerprint != policy.Input.Fingerprint;

    /// <summary>The server still knows the key when a repeat arrives: first sent + window − time to send − F − U. One that refuses late keys always tells.</summary>
    private static bool IsInsideWindow(CreatePolicy policy, IntentRecord intent, DateTimeOffset now) =>
        policy.KeyField is { } field
        && (field.RejectsLate || field.Window is not { } window || now < intent.Attempts[0].SentAt + window - policy.CreateTimeout - policy.FlightTime - policy.ClockSkew);

    /// <summary>The same server error twice for one key: the server may have stored it and replay it for ever.</summary>
    private static bool KeepsFailing(IntentRecord intent) =>
        intent.Attempts is [.., { Status: >= 500 } before, { Status: >= 500 } last] && before.Status == last.Status;

    /// <summary>The API got an attempt without its key, and would take the key for a new one.</summary>
    private static bool WasUnkeyed(IntentRecord intent) => intent.Attempts.Any(attempt => IsOpen(attempt) && attempt.Evidence?.StartsWith(UnkeyedEvidence, StringComparison.Ordinal) == true);

    private static string WhyNoRepeat(CreatePolicy policy, IntentRecord intent, DateTimeOffset now) => policy.Guarantee switch
    {
        Guarantee.Natural when WasRefused(policy, intent.Attempts[^1]) => "something is at its address, and the API offers no way to read it",
        Guarantee.Natural when policy.SameName(intent.Input) && IsOtherInput(policy, intent) => "the input was changed while a create is in doubt, and the API offers no way to read it; run once with the earlier input",
        Guarantee.Natural when policy.SameName(intent.Input) => "nothing that this run sent got a reply that can be trusted",
        Guarantee.Natural => "the name was changed while a create of the earlier one is in doubt; run once with the earlier name",
        Guarantee.Replay when IsOtherInput(policy, intent) => "the input was changed while a create is in doubt, and the API offers no way to look for it; run once with the earlier input",
        Guarantee.Replay when !IsInsideWindow(policy, intent, now) => "the API may have forgotten its key by now, and offers no way to look for it",
        Guarantee.Replay when WasUnkeyed(intent) => "it was sent without its idempotency key, and the API offers no way to look for it",
        Guarantee.Replay => "no repeat with its key got a reply that can be trusted, and the API offers no way to look for it",
        Guarantee.UniqueName or Guarantee.Marker or Guarantee.AtMostOnce => "the API offers no way to look for it",
    };

    private static Decision RepeatWhenDue(CreatePolicy policy, IntentRecord intent, int sent, DateTimeOffset notBefore, DateTimeOffset now, string reason)
    {
        if (sent >= CreatePolicy.MaximumSends)
            return StopIndeterminate(policy, intent, [], $"{sent} POSTs of this run got no reply that can be trusted", policy.Deduplicates);
        if (notBefore - now > CreatePolicy.LongestPause)
            return StopIndeterminate(policy, intent, [], $"the API asks to wait until {notBefore:u}; run again then", policy.Deduplicates);
        return now < notBefore
            ? Wait(new CreateState.Pausing(intent, sent, reason), notBefore, "a repeat must not come sooner")
            : SendAgain(policy, intent, sent, now, reason);
    }

    /// <summary>Another input is sent when nothing of the earlier one can arrive any more, so that what is found is known to be of one of them: then looks have shown that it was not applied.</summary>
    private static Decision SendAgain(CreatePolicy policy, IntentRecord intent, int sent, DateTimeOffset now, string reason) => Intend(policy, intent with
    {
        Input = policy.Input.Json,
        Fingerprint = policy.Input.Fingerprint,
        Secrets = policy.Input.Secrets,
        Attempts = [.. intent.Attempts.Select(attempt => (attempt.State, IsOtherInput(policy, intent)) switch
        {
            (AttemptState.NotApplied, _) or (AttemptState.Ambiguous, false) => attempt,
            (_, true) => attempt with { State = AttemptState.NotApplied, Evidence = $"{attempt.Evidence ?? "no reply was recorded"}; looks after its time found nothing" },
            (_, false) => attempt with { State = AttemptState.Ambiguous, Evidence = attempt.Evidence ?? "no reply was recorded" },
        })],
    }, sent, 0, now, reason);

    private static Decision Repeat(CreatePolicy policy, CreateState.Doubting doubting, DateTimeOffset now, string reason) =>
        doubting.Sent > 0 && doubting.Intent.Attempts[^1].Evidence?.StartsWith(ExistsEvidence, StringComparison.Ordinal) == true
            ? StopIndeterminate(policy, doubting.Intent, [], "the API answered that it exists already, but a complete look doesn't find it")
            : RepeatWhenDue(policy, doubting.Intent, doubting.Sent, doubting.NotBefore, now, reason);

    /// <summary>When every POST that may have been applied must be visible: F and L after it was sent. Where the API de-duplicates, any machine may have sent it, whose clock may be off by U.</summary>
    private static DateTimeOffset VisibleAt(CreatePolicy policy, IntentRecord intent) =>
        intent.Attempts.Where(IsOpen).Max(attempt => SentBefore(attempt, policy.CreateTimeout)) + policy.FlightTime + policy.ListLag
        + (policy.Deduplicates ? policy.ClockSkew : TimeSpan.Zero);

    /// <summary>Nothing of it was sent later: it was given up by then, or refused to begin (<see cref="IRemote.PostAsync"/>).</summary>
    private static DateTimeOffset SentBefore(Attempt attempt, TimeSpan createTimeout) => attempt.EndedAt ?? attempt.SentAt + createTimeout;

    /// <summary>Until when a POST of an intent may arrive that a person resolved.</summary>
    public static DateTimeOffset LastArrival(IntentRecord intent, SemelOptions options) =>
        intent.Attempts.Where(IsOpen).Select(attempt => SentBefore(attempt, options.CreateTimeout)).DefaultIfEmpty().Max() + options.FlightTime + options.ClockSkew;

    /// <summary>Until when a POST of this intent other than the one that is known to be applied may arrive; null: there is none.</summary>
    private static DateTimeOffset? InFlightUntil(CreatePolicy policy, IEnumerable<Attempt> others, DateTimeOffset now) =>
        others.Where(IsOpen).Select(attempt => SentBefore(attempt, policy.CreateTimeout) + policy.FlightTime + policy.ClockSkew).Where(until => until > now).Max(until => (DateTimeOffset?)until);
}

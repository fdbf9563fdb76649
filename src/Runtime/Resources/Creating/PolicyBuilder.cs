using Semel.Protocol;

namespace Semel;

/// <summary>Everything about one create that does not change while it runs, from the descriptor, the call and the options.</summary>
internal static class PolicyBuilder
{
    public static CreatePolicy For(Wanted wanted, SecretFingerprints? secrets, SemelContext semel)
    {
        var (resource, options) = (wanted.Resource, semel.Options);
        var canRead = resource.ReadPath is not null;
        var input = DesiredInput.Of(wanted.Input, resource.Secrets, secrets);
        return new CreatePolicy(
            wanted.Key, wanted.Guarantee, (canRead || resource.List is not null) && (resource.Verify ?? options.Verify) == Verify.WithGet,
            resource.OnExists, resource.LookFirst && !IsRefusedWhereTaken(wanted), wanted.CanLook, resource.Marker is not null, resource.List is not null,
            input with { Repeated = input.Repeated.And(wanted.Call.SecretTexts) }, resource.Secrets,
            options.CreateTimeout, options.FlightTime, options.ListLag, options.Credential)
        {
            Runner = semel.Runner,
            NamePath = resource.NameInRequest,
            Identity = [.. new[] { resource.Id, resource.NameInResource }.OfType<string>().SelectMany(IdPath.Names)],
            NameIsId = wanted.NameIsId,
            RefusesSecond = wanted.Guarantee == Guarantee.UniqueName || (wanted.IsChosen && resource.CreateMethod == HttpMethod.Post),
            ClockSkew = options.ClockSkew,
            ReadTimeout = options.ReadTimeout,
            ReadyTimeout = options.ReadyTimeout,
            PollInterval = options.PollInterval,
            KeyField = resource.IdempotencyKey,
            CanRead = canRead,
            CanDelete = resource.DeletePath is not null,
            ReadsAfterCreate = wanted.ShowsReadiness || (canRead && !resource.ReplyIsResource),
            OnFailed = resource.OnFailed,
            OnDrift = resource.OnDrift,
            ReplaceOrder = resource.ReplaceOrder,
            SecretWrites = resource.SecretWrites,
            Updates = resource.Update is { } update && resource.IdParameter is not null ? new(update.Properties) { Unsets = update.Replaces || update.Merges, Nullable = update.Nullable } : null,
            Comparison = new(resource.Sets, resource.OwnedSets, resource.Enumerations, resource.Marker),
            Ignored = resource.IgnoreChanges,
            InputProperties = resource.InputProperties,
            LostFingerprintKey = options.LostFingerprintKey,
            Recreate = wanted.Settings.Recreate,
            FollowUps = [.. wanted.Settings.FollowUps.Select(followUp => followUp.Name)],
        };
    }

    /// <summary>The API itself looks before it creates.</summary>
    private static bool IsRefusedWhereTaken(Wanted wanted) => wanted.IsChosen && wanted.Resource.IfNoneMatch;
}

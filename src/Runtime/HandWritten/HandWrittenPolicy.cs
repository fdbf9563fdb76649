using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Everything about one hand-written create that does not change while it runs.</summary>
internal static class HandWrittenPolicy
{
    public static async Task<CreatePolicy> ForAsync<T>(ResourceKey key, CreateOrGetOptions<T> how, SemelContext semel, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> secrets = [.. how.Secrets.Select(secret => secret.Key)];
        var input = InputOf([.. how.Input, .. how.Secrets]);
        var fingerprints = await semel.FingerprintsOfAsync(key, input, secrets, cancellationToken).ConfigureAwait(false);
        var options = semel.Options;
        var guarantee = how.Promised;
        return new CreatePolicy(
            key, guarantee, how.Read is not null && (how.Verify ?? Verify.WithGet) == Verify.WithGet,
            how.OnExists, how.LookFirst && guarantee != Guarantee.Natural, how.CanLook, how.Markers is not null, how.List is not null,
            DesiredInput.Of(input, secrets, fingerprints), secrets,
            options.CreateTimeout, options.FlightTime, options.ListLag, options.Credential)
        {
            Runner = semel.Runner,
            Identity = [HandWrittenRemote<T>.IdProperty],
            NameIsId = guarantee == Guarantee.Natural,
            ClockSkew = options.ClockSkew,
            ReadTimeout = options.ReadTimeout,
            ReadyTimeout = options.ReadyTimeout,
            PollInterval = options.PollInterval,
            KeyField = how.IdempotencyKey,
            CanRead = how.Read is not null,
            CanDelete = how.Delete is not null,
            ReadsAfterCreate = how.Call.ReadyWhen is not null,
            OnDrift = how.OnDrift,
            ReplaceOrder = how.ReplaceOrder,
            SecretWrites = how.SecretWrites,
            Updates = how.Update is null ? null : new(Properties: null),
            LostFingerprintKey = options.LostFingerprintKey,
            OnFailed = how.OnFailed,
            Recreate = how.Call.Recreate,
            FollowUps = [.. how.Call.FollowUps.Select(followUp => followUp.Name)],
        };
    }

    private static JsonObject InputOf(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var input = new JsonObject();
        foreach (var (path, value) in values.Where(pair => pair.Value is not null)) JsonPathAccess.Write(input, path, value);
        return input;
    }
}

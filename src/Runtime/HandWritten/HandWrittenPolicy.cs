using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Everything about one hand-written create that does not change while it runs.</summary>
internal static class HandWrittenPolicy
{
    public static CreatePolicy For<T>(ResourceKey key, CreateOrGetOptions<T> how, SemelContext semel)
    {
        var options = semel.Options;
        var guarantee = how.Promised;
        return new CreatePolicy(
            key, guarantee, how.Read is not null && (how.Verify ?? Verify.WithGet) == Verify.WithGet,
            how.OnExists, how.LookFirst && guarantee != Guarantee.Natural, how.CanLook, how.Markers is not null, how.List is not null,
            InputOf(how.Input), [],
            options.CreateTimeout, options.FlightTime, options.ListLag, options.Credential)
        {
            Runner = semel.Runner,
            NameIsId = guarantee == Guarantee.Natural,
            ClockSkew = options.ClockSkew,
            ReadTimeout = options.ReadTimeout,
            ReadyTimeout = options.ReadyTimeout,
            PollInterval = options.PollInterval,
            KeyField = how.IdempotencyKey,
            CanRead = how.Read is not null,
            CanDelete = how.Delete is not null,
            ReadsAfterCreate = how.Call.ReadyWhen is not null,
            OnFailed = how.OnFailed,
            Recreate = how.Call.Recreate,
            FollowUps = [.. how.Call.FollowUps.Select(followUp => followUp.Name)],
        };
    }

    private static DesiredInput InputOf(IReadOnlyList<KeyValuePair<string, string?>> values)
    {
        var input = new JsonObject();
        foreach (var (name, value) in values) input[name] = value;
        return new DesiredInput(input, Convert.ToHexStringLower(SHA256.HashData(JsonCanonical.GetBytes(input))));
    }
}

using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>Whether nothing is to be done for an intention: the record and the server say what is wanted, and nobody else is at it.</summary>
internal static class Convergence
{
    public static bool IsReached(World world, Process process, Intention intention)
    {
        if (intention is not Create { Recreate: Recreate.Never, MovedFrom: null } create || world.Network.InFlight.Count > 0 || world.Processes.Any(other => other != process && (other.IsActive || other.State == ProcessState.Paused))) return false;
        if (world.Store.VersionsOf(process, Programs.Key(create.Instance)) is not [.., { IsWhole: true, Record: LiveRecord { Readiness: Readiness.Ready, Update: null, PendingFollowUps: [], Retiring: [], Duplicates: [] } live }]) return false;
        var wanted = Programs.Input(create, process);
        var there = world.Server.Resources.FindAll(resource => resource.Id == live.Id && resource.IsReadable);
        return there is [{ IsLive: true, EndsInError: false, FailsAt: null } only] && only.Owner == create.Owner && only.IsOfOtherAccount == process.Settings.IsOfOtherAccount
            && only.Size == (string)wanted["size"]! && only.Secret == (string)wanted["secret"]! && only.Name == (string)wanted["name"]!
            && IsRecorded(world, live, wanted) && (!create.IsFollowedUp || live.DoneFollowUps.Contains(Programs.FollowUp));
    }

    /// <summary>The record is of this input; its fingerprints are of this secret, whichever key made them.</summary>
    private static bool IsRecorded(World world, LiveRecord live, JsonObject wanted)
    {
        var secrets = live.Secrets is null ? null : world.Store.FingerprintKeys.Select(key => new FingerprintKey(key)).FirstOrDefault(key => key.Id == live.Secrets.KeyId)?.Of(live.Key, wanted, ["secret"]);
        if (secrets is null || !secrets.Equals(live.Secrets)) return false;
        var plain = (JsonObject)wanted.DeepClone();
        plain.Remove("secret");
        return JsonNode.DeepEquals(plain, live.Input);
    }
}

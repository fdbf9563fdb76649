using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>The runtime as it is shipped, over the simulated wire, disk and clock.</summary>
internal sealed class RealRuntime : IStrategy
{
    public static readonly RealRuntime Instance = new();

    public string Name => "Semel";

    public IClient Start(World world, Process process) => new Client(world, process);

    /// <summary>Its own records, clock, account, keys and code.</summary>
    public static SemelContext NewContext(World world, Process process)
    {
        var options = new SemelOptions { Credential = process.Settings.IsOfOtherAccount ? "other" : "main", LostFingerprintKey = world.Store.GivenUpKey };
        return new(new SimulatedRepository(world, process), Programs.Scope, options, new LogWatch(world.Oracle), process.Clock)
        {
            Next = (policy, state, happened, now) => Decide(world, process, policy, state, happened, now),
            Between = world.Setup.Mutation.Between,
            Host = $"machine {process.Machine}",
            Run = World.NameOf(process.Index),
        };
    }

    private static Decision Decide(World world, Process process, CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now)
    {
        world.Touch(process);
        var (mutation, wall) = (world.Setup.Mutation, process.Clock.GetUtcNow());
        policy = policy with { KeyFormula = process.Settings.KeyFormula };
        return mutation.IsByTheWall ? mutation.Next(policy, state, happened with { AskedAt = wall }, wall) : mutation.Next(policy, state, happened, now);
    }

    private sealed class Client : IClient
    {
        private readonly Process _process;
        private readonly HttpClient _http;
        private readonly ResourceClient<Thing> _things;

        public Client(World world, Process process)
        {
            _process = process;
            _http = Wire.NewClient(world, process);
            _things = new ResourceClient<Thing>(_http, NewContext(world, process), world.Setup.Descriptor);
        }

        public async Task<Finished> CreateAsync(Create create, CancellationToken cancellationToken)
        {
            var request = Thing.Wrap(Programs.Input(create, _process));
            var options = new CreateOptions<Thing> { Recreate = create.Recreate, MovedFrom = create.MovedFrom, FollowUps = create.IsFollowedUp ? [new(Programs.FollowUp, AttachAsync)] : [] };
            var done = await _things.CreateAsync(create.Instance, request, [], options, cancellationToken).ConfigureAwait(false);
            return new(create, done.Id, done.Outcome, done.Verified, null) { SaysDrift = done.Outcome != Outcome.Updated && done.Differences.Count > 0 };
        }

        public Task DeleteAsync(string id, CancellationToken cancellationToken) => _things.DeleteAsync(id, [], cancellationToken);

        private async Task AttachAsync(Thing thing, CancellationToken cancellationToken)
        {
            var request = new ApiRequest(HttpMethod.Patch, "/things/{id}").Path("id", (string)thing.Json["id"]!).Body(new JsonObject { ["attached"] = true });
            await _things.Api.SendAsync(request, Codec.Json, null, cancellationToken).ConfigureAwait(false);
        }

        public void Dispose() => _http.Dispose();
    }
}

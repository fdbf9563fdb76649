using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>The runtime as it is shipped, over the simulated wire, disk and clock.</summary>
internal sealed class RealRuntime : IStrategy
{
    public static readonly RealRuntime Instance = new();

    public string Name => "Semel";

    public IClient Start(World world, Process process) => new Client(world, process);

    private sealed class Client : IClient
    {
        private readonly Process _process;
        private readonly HttpClient _http;
        private readonly ResourceClient<Thing> _things;

        public Client(World world, Process process)
        {
            _process = process;
            _http = Wire.NewClient(world, process);
            var options = new SemelOptions { Credential = process.Settings.IsBlind ? "blind" : "main" };
            var semel = new SemelContext(new SimulatedRepository(world, process), Programs.Scope, options, new LogWatch(world.Oracle), process.Clock)
            {
                Next = world.Setup.Mutation.Next,
                Between = world.Setup.Mutation.Between,
            };
            _things = new ResourceClient<Thing>(_http, semel, world.Setup.Descriptor);
        }

        public async Task<Finished> CreateAsync(Create create, CancellationToken cancellationToken)
        {
            var request = Thing.Wrap(Programs.Input(create, _process));
            var done = await _things.CreateAsync(create.Instance, request, [], cancellationToken).ConfigureAwait(false);
            return new(create, done.Id, done.Outcome, done.Verified, null);
        }

        public Task DeleteAsync(string id, CancellationToken cancellationToken) => _things.DeleteAsync(id, [], cancellationToken);

        public void Dispose() => _http.Dispose();
    }
}

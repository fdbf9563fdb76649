namespace Semel.HandWritten.Tests;

/// <summary>A way in as the simulation runs programs: the same creates over the same client, wire, disks and clocks.</summary>
internal sealed class Way : IStrategy
{
    private readonly Func<ItemsApi, SemelContext, Setup, Create, ItemCreate, CancellationToken, Task<(string Id, Outcome Outcome, bool Verified)>> _ensure;

    private Way(string name, Func<ItemsApi, SemelContext, Setup, Create, ItemCreate, CancellationToken, Task<(string, Outcome, bool)>> ensure) => (Name, _ensure) = (name, ensure);

    public static Way Partial { get; } = new("partial method", async (api, semel, setup, create, request, token) => Done(await (setup switch
    {
        { Variant: Worlds.Readied } => new ReadiedMethods(api, semel).CreateAsync(create.Instance, request, token),
        { Variant: Worlds.Replaced } => new ReplacedMethods(api, semel).CreateAsync(create.Instance, request, token),
        { Guarantee: Guarantee.Natural } => new NaturalMethods(api, semel).CreateAsync(create.Instance, request, token),
        { Guarantee: Guarantee.Replay } => new ReplayMethods(api, semel).CreateAsync(create.Instance, request, token),
        { Guarantee: Guarantee.UniqueName } => new UniqueMethods(api, semel).CreateAsync(create.Instance, request, token),
        { Guarantee: Guarantee.Marker } => new MarkedMethods(api, semel).CreateAsync(create.Instance, request, token),
        _ => new BareMethods(api, semel).CreateAsync(create.Instance, request, token),
    }).ConfigureAwait(false)));

    public static Way Interface { get; } = new("interface", async (api, semel, setup, create, request, token) =>
    {
        EnsuredNotice? told = null;
        using var observing = semel.Observe(notice => told = notice);
        var inner = new Items(api);
        var item = await (setup switch
        {
            { Variant: Worlds.Readied } => ((IReadiedItems)new IdempotentReadiedItems(inner, semel)).CreateAsync(create.Instance, request, token),
            { Variant: Worlds.Replaced } => ((IReplacedItems)new IdempotentReplacedItems(inner, semel)).CreateAsync(create.Instance, request, token),
            { Guarantee: Guarantee.Natural } => ((INaturalItems)new IdempotentNaturalItems(inner, semel)).CreateAsync(create.Instance, request, token),
            { Guarantee: Guarantee.Replay } => ((IReplayItems)new IdempotentReplayItems(inner, semel)).CreateAsync(create.Instance, request, token),
            { Guarantee: Guarantee.UniqueName } => ((IUniqueItems)new IdempotentUniqueItems(inner, semel)).CreateAsync(create.Instance, request, token),
            { Guarantee: Guarantee.Marker } => ((IMarkedItems)new IdempotentMarkedItems(inner, semel)).CreateAsync(create.Instance, request, token),
            _ => ((IBareItems)new IdempotentBareItems(inner, semel)).CreateAsync(create.Instance, request, token),
        }).ConfigureAwait(false);
        return (item.Id, told!.Outcome, told.Verified);
    });

    public static Way Delegate { get; } = new("CreateOrGetAsync", async (api, semel, setup, create, request, token) =>
    {
        Task<Item> Send(CreateAttempt attempt, CancellationToken sending) => setup.Guarantee switch
        {
            Guarantee.Natural => api.PutAsync(create.Instance, request with { Tags = attempt.Tags }, sending),
            Guarantee.Replay => api.PostAsync(request with { Tags = attempt.Tags }, attempt.IdempotencyKey, sending),
            _ => api.PostAsync(request with { Tags = attempt.Tags }, null, sending),
        };
        var options = Declared.Of(setup, api, create.Instance, request) with { Call = new() { Recreate = create.Recreate, ReadyWhen = setup.Variant == Worlds.Readied ? Methods.Readied : null } };
        return Done(await semel.CreateOrGetAsync(Programs.Model, create.Instance, Send, options, token).ConfigureAwait(false));
    });

    /// <summary>The client alone: what the ways are compared with.</summary>
    public static Way Bare { get; } = new("the client alone", async (api, _, _, _, request, token) =>
        ((await api.PostAsync(request, null, token).ConfigureAwait(false)).Id, Outcome.Created, false));

    public static IReadOnlyList<Way> All { get; } = [Partial, Interface, Delegate];

    public string Name { get; }

    /// <summary>The client has no <see cref="CreateAttemptHandler"/>.</summary>
    public bool IsUnguarded { get; private init; }

    public Way Unguarded() => new(Name + " without the handler", _ensure) { IsUnguarded = true };

    public IClient Start(World world, Process process) => new Client(this, world, process);

    private static (string, Outcome, bool) Done(Ensured<Item> ensured) => (ensured.Id, ensured.Outcome, ensured.Verified);

    private sealed class Client : IClient
    {
        private readonly Way _way;
        private readonly World _world;
        private readonly Process _process;
        private readonly HttpClient _http;
        private readonly SemelContext _semel;
        private readonly ItemsApi _api;

        public Client(Way way, World world, Process process)
        {
            (_way, _world, _process) = (way, world, process);
            _http = Connect();
            _api = new ItemsApi(_http);
            _semel = RealRuntime.NewContext(world, process);
        }

        public async Task<Finished> CreateAsync(Create create, CancellationToken cancellationToken)
        {
            var request = new ItemCreate(_process.Settings.Name ?? create.Owner, create.Owner, _process.Settings.Size ?? create.Size, _process.Settings.Secret ?? create.Secret);
            var (id, outcome, verified) = await _way._ensure(_api, _semel, _world.Setup, create, request, cancellationToken).ConfigureAwait(false);
            return new(create, id, outcome, verified, null);
        }

        public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
            _semel.DeleteAsync(Programs.Model, Programs.Name, Declared.Of(_world.Setup, _api, Programs.Name, new(Programs.Name, Programs.Name, "small", Programs.Secret)), cancellationToken);

        public void Dispose() => _http.Dispose();

        /// <summary>The guard stands behind the user's handler, or in front of it: its place doesn't matter.</summary>
        private HttpClient Connect()
        {
            HttpMessageHandler handler = new SimulatedHandler(_world, _process);
            var isInside = _way.Name == Interface.Name;
            if (!_way.IsUnguarded && isInside) handler = new CreateAttemptHandler(handler, _process.Clock);
            if (_process.Settings.Handler != HandlerKind.None) handler = new RepeatingHandler(_process.Settings.Handler, handler);
            if (!_way.IsUnguarded && !isInside) handler = new CreateAttemptHandler(handler, _process.Clock);
            return new HttpClient(handler) { BaseAddress = new Uri("http://api.test"), Timeout = Timeout.InfiniteTimeSpan };
        }
    }
}

using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests.Worlds;

/// <summary>A network and a server on it, each with a random policy and a random past, and the workflow that wants both.</summary>
internal sealed class World
{
    private readonly Stage _stage;
    private readonly Random _random;
    private readonly string _name;
    private readonly ResourceDescriptor _networkKind;
    private readonly ResourceDescriptor _serverKind;
    private readonly ResourceClient<Network> _networks;
    private readonly ResourceClient<Server> _servers;

    public World(Stage stage, int seed)
    {
        (_stage, _random, _name) = (stage, new Random(seed), $"w{seed}");
        Network = Pick(Enum.GetValues<Situation>().Except([Situation.Orphan, Situation.Twins, Situation.Foreign]).ToArray());
        Server = Pick(Enum.GetValues<Situation>().Except([Situation.Changed, Situation.Drifted]).ToArray());
        _networkKind = Kind.Network(Pick(Enum.GetValues<OnExists>()), Pick(Enum.GetValues<OnDrift>()), Pick(Enum.GetValues<Verify>()));
        _serverKind = Kind.Server(Pick([OnDrift.Report, OnDrift.Replace, OnDrift.Fail]), Pick(Enum.GetValues<Verify>()));
        IsLinked = _random.Next(2) > 0 && Network != Situation.Gone; // that the API refuses to link to it is nothing that a plan can know
        _networks = new(stage.Http, stage.Semel, _networkKind);
        _servers = new(stage.Http, stage.Semel, _serverKind);
    }

    public Situation Network { get; }

    public Situation Server { get; }

    /// <summary>Whether the server is to be on the network, whose id is known only when that is there. No earlier one is, or the API would not let the network go.</summary>
    public bool IsLinked { get; }

    public Workflow Workflow(SemelContext semel)
    {
        var networks = new ResourceClient<Network>(_stage.Http, semel, _networkKind);
        var servers = new ResourceClient<Server>(_stage.Http, semel, _serverKind);
        var workflow = new Workflow("world");
        var wanted = new NetworkRequest { Name = _name, Range = Network == Situation.ChangedForGood ? "10.1.0.0/24" : "10.0.0.0/24", Description = Network == Situation.Changed ? "new" : "old" };
        var network = workflow.Create("network", (NetworkRequest request, CancellationToken token) => networks.CreateAsync(_name, request, [], token), wanted);
        workflow.Create("server", (ServerRequest request, CancellationToken token) => servers.CreateAsync(_name, request, [], token), network, network =>
        {
            var server = Stage.Server(_name, IsLinked ? network.Id : null);
            if (Server == Situation.ChangedForGood) server.Size = "large";
            return server;
        });
        return workflow;
    }

    public async Task HappenAsync()
    {
        await HappenAsync(Network, CloudKind.Networks, NetworkAsync, $$"""{ "name": "{{_name}}", "range": "10.0.0.0/24", "description": "else" }""", "Networks");
        await HappenAsync(Server, CloudKind.Servers, ServerAsync, $$"""{ "name": "{{_name}}", "region": "north-1", "size": "small", "image": "debian-13" }""", "Servers");
    }

    private Task NetworkAsync(CancellationToken token) => _networks.CreateAsync(_name, new NetworkRequest { Name = _name, Range = "10.0.0.0/24", Description = "old" }, [], token);

    private Task ServerAsync(CancellationToken token) => _servers.CreateAsync(_name, Stage.Server(_name), [], token);

    private async Task HappenAsync(Situation situation, string kind, Func<CancellationToken, Task> createAsync, string seed, string model)
    {
        switch (situation)
        {
            case Situation.Nothing:
                break;
            case Situation.Live or Situation.Changed or Situation.ChangedForGood:
                await createAsync(default);
                break;
            case Situation.Drifted:
                await createAsync(default);
                await _networks.Api.SendAsync(new ApiRequest(HttpMethod.Put, "/v1/networks/{id}").Path("id", await IdAsync(model)).Body(new System.Text.Json.Nodes.JsonObject { ["name"] = _name, ["description"] = "drifted" }));
                break;
            case Situation.Gone:
                await createAsync(default);
                _stage.Cloud.Remove(kind, await IdAsync(model));
                _stage.Time.Advance(TimeSpan.FromMinutes(10));
                break;
            case Situation.Silent:
                await createAsync(default);
                _stage.Cloud.Faults.On("GET", $"/v1/{kind}/{await IdAsync(model)}").Reject(503).Always();
                break;
            case Situation.Orphan:
                _stage.Cloud.Seed(kind, Marked(seed, "test"));
                break;
            case Situation.Foreign:
                _stage.Cloud.Seed(kind, Marked(seed, "prod"));
                break;
            case Situation.Stranger:
                _stage.Cloud.Seed(kind, seed);
                break;
            case Situation.Twins:
                _stage.Cloud.Seed(kind, Marked(seed, "test"));
                _stage.Cloud.Seed(kind, Marked(seed, "test"));
                break;
            case Situation.Tombstone:
                await createAsync(default);
                await (kind == CloudKind.Networks ? _networks.DeleteAsync(await IdAsync(model), [], default) : _servers.DeleteAsync(await IdAsync(model), [], default));
                break;
            case Situation.DoubtApplied or Situation.DoubtLost:
                await InterruptAsync(situation, kind, createAsync);
                break;
            default:
                throw new InvalidOperationException($"{situation}");
        }
    }

    private async Task InterruptAsync(Situation situation, string kind, Func<CancellationToken, Task> createAsync)
    {
        using var cancel = new CancellationTokenSource();
        var on = _stage.Cloud.Faults.On("POST", $"/v1/{kind}").Named(_name);
        var post = situation == Situation.DoubtApplied ? on.HangAfterApplying() : on.Hang();
        var create = createAsync(cancel.Token);
        await post.Hit;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => create);
    }

    private async Task<string> IdAsync(string model) => ((LiveRecord)(await _stage.RecordAsync(model, _name))!).Id;

    private string Marked(string seed, string scope) => seed.Replace("{ ", $$"""{ "tags": ["{{Marker.For(new ResourceKey(scope, "Servers", _name), 1)}}", "{{Marker.For(new ResourceKey(scope, "Servers", _name), 1).IdentityText}}"], """, StringComparison.Ordinal);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    public override string ToString() => $"{_name}: network {Network}, server {Server}, linked {IsLinked}";
}

using NetsModels;
using Semel.Protocol;
using Semel.Runtime.Tests.Scenarios;
using Semel.Workflows.Tests;

namespace Semel.Runtime.Tests.Sets;

/// <summary>The sets of one network, ensured again and again.</summary>
internal sealed class SetScenario : IAsyncDisposable
{
    public const string Network = "n1";

    private SetScenario(SetApi api) => Api = api;

    public SetApi Api { get; }

    /// <summary>Every wait is over at once.</summary>
    public JumpingTime Time { get; } = new();

    public MemoryDataRepository Repository { get; } = new();

    /// <summary>The looks of a create in doubt see nothing.</summary>
    public bool IsBlind { get; set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SetScenario> StartAsync() => new(await SetApi.StartAsync());

    public SemelContext Context(IDataRepository? repository = null) => new(repository ?? Repository, "test", null, null, Time)
    {
        Next = (policy, state, happened, now) => CreateProtocol.Next(policy, state, IsBlind && state is CreateState.Doubting && happened is CreateEvent.Looked looked ? looked with { Sightings = [] } : happened, now),
    };

    public Task<EnsuredSet> MembersAsync(params string[] wanted) => new Members(Api.Http, Context()).EnsureSetAsync(Network, wanted.Select(Member), Token);

    public Task<EnsuredSet> OwnMembersAsync(params string[] wanted) => new OwnMembers(Api.Http, Context()).EnsureSetAsync(Network, wanted.Select(Member), Token);

    public Task<EnsuredSet> RulesAsync(params int[] ports) => new Rules(Api.Http, Context()).EnsureSetAsync(Network, ports.Select(Rule), Token);

    public Task<EnsuredSet> GuestsAsync(params string[] names) => new Guests(Api.Http, Context()).EnsureSetAsync(Network, names, Token);

    /// <summary>Each of the three sets by the name that the API gives it.</summary>
    public Task<EnsuredSet> EnsureAsync(string set, int[] wanted, IDataRepository? repository = null) => set switch
    {
        "members" => new Members(Api.Http, Context(repository)).EnsureSetAsync(Network, wanted.Select(number => Member($"{number}")), Token),
        "rules" => new Rules(Api.Http, Context(repository)).EnsureSetAsync(Network, wanted.Select(Rule), Token),
        _ => new Guests(Api.Http, Context(repository)).EnsureSetAsync(Network, wanted.Select(number => $"{number}"), Token),
    };

    /// <summary>A run that dies after its write of a number; true when it ended before.</summary>
    public async Task<bool> SurvivesAsync(string set, int[] wanted, int write)
    {
        var dying = new DyingRepository(Repository, write);
        return await DyingRepository.SurvivesAsync(dying, EnsureAsync(set, wanted, dying));
    }

    /// <summary>Every record's version, of all sets.</summary>
    public async Task<string> VersionsAsync()
    {
        var versions = new List<string>();
        foreach (var model in new[] { "Members", "OwnMembers", "Rules", "Guests" })
            await foreach (var record in Repository.ListAsync("test", model, Token)) versions.Add($"{record.Key}:{record.Version}");
        return string.Join(' ', versions.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private static Member Member(string text) => text.Split(':') is [var id, var role] ? new Member { ServerId = id, Role = role } : new Member { ServerId = text };

    public static RuleCreate Rule(int port) => new() { Port = port, Protocol = RuleCreateProtocol.Tcp };
}

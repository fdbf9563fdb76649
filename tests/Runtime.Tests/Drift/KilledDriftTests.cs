using Semel.Protocol;
using Semel.Runtime.Tests.Scenarios;
using Semel.Workflows.Tests;

namespace Semel.Runtime.Tests.Drift;

/// <summary>A run that brings a resource to what is wanted dies, or its calls are lost: the next one ends with exactly one, as wanted.</summary>
public sealed class KilledDriftTests
{
    private const string Before = """{"name":"web","size":"small","image":"12","tags":["a"]}""";
    private const string Updated = """{"name":"web","size":"large","image":"12","tags":["a"]}""";
    private const string Replaced = """{"name":"web","size":"small","image":"13","tags":["a"]}""";

    public static TheoryData<string, ReplaceOrder> Ways => new() { { Updated, ReplaceOrder.DeleteFirst }, { Replaced, ReplaceOrder.DeleteFirst }, { Replaced, ReplaceOrder.CreateFirst } };

    public static TheoryData<string, ReplaceOrder, string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, ReplaceOrder, string, string>();
            foreach (var (wanted, order, methods) in new[] { (Updated, ReplaceOrder.DeleteFirst, "GET PATCH"), (Replaced, ReplaceOrder.DeleteFirst, "GET DELETE POST"), (Replaced, ReplaceOrder.CreateFirst, "GET POST DELETE") })
                foreach (var method in methods.Split(' '))
                    foreach (var fault in new[] { "lost request", "lost reply" }) data.Add(wanted, order, method, fault);
            return data;
        }
    }

    /// <summary>Right after each write of the record: between each of them stands one call at most.</summary>
    [Theory, MemberData(nameof(Ways)), Trait("Feature", "F2")]
    public async Task KilledAfterAnyWrite_IsFinishedByTheNextRun(string wanted, ReplaceOrder order)
    {
        var deaths = 0;
        for (var survives = false; !survives; deaths++)
        {
            await using var scenario = await StartAsync(order);
            var dying = new DyingRepository(scenario.Repository, deaths + 1);
            scenario.Other = dying;
            survives = await DyingRepository.SurvivesAsync(dying, scenario.RunAsync(wanted));
            scenario.Other = null;

            await IsOneAsWantedAsync(scenario, wanted);
        }

        Assert.True(deaths >= (wanted == Updated ? 3 : 4), $"{deaths}");
    }

    /// <summary>Each call, before it is applied and after.</summary>
    [Theory, MemberData(nameof(Faults)), Trait("Feature", "F2")]
    public async Task LostCall_IsFinishedByTheNextRun(string wanted, ReplaceOrder order, string method, string fault)
    {
        await using var scenario = await StartAsync(order);
        scenario.Api.Next = (method, fault);
        try
        {
            await scenario.RunAsync(wanted);
        }
        catch (SemelException)
        {
            // said, and the next run goes on
        }

        Assert.Null(scenario.Api.Next); // it happened
        await IsOneAsWantedAsync(scenario, wanted);
    }

    /// <summary>Each call, applied, and dead before its reply is looked at.</summary>
    [Theory, MemberData(nameof(Ways)), Trait("Feature", "F2")]
    public async Task KilledAtEachCall_AfterItWasApplied_IsFinishedByTheNextRun(string wanted, ReplaceOrder order)
    {
        foreach (var method in wanted == Updated ? ["PATCH"] : new[] { "DELETE", "POST" })
        {
            await using var scenario = await StartAsync(order);
            var writes = 0;
            scenario.Api.Next = (method, "lost reply");
            // what is written after the call is its end, and that never comes
            while (scenario.Api.Next is not null && writes < 10)
            {
                var dying = new DyingRepository(scenario.Repository, ++writes);
                scenario.Other = dying;
                await Task.WhenAny(DyingRepository.SurvivesAsync(dying, scenario.RunAsync(wanted)));
            }

            scenario.Other = null;
            Assert.Null(scenario.Api.Next);
            await IsOneAsWantedAsync(scenario, wanted);
        }
    }

    /// <summary>The control: were the record taken for true before the update is sent, a lost one would never be made up for.</summary>
    [Fact]
    public async Task RecordThatSaysDoneBeforeItIs_LosesTheUpdate()
    {
        await using var scenario = await StartAsync(ReplaceOrder.DeleteFirst);
        (scenario.Verify, scenario.Next) = (Verify.Never, SaysDoneAtOnce);
        scenario.Api.Next = ("PATCH", "lost request");
        await Assert.ThrowsAsync<UnknownException>(() => scenario.RunAsync(Updated));
        scenario.Next = null;

        await scenario.RunAsync(Updated);

        Assert.Equal("small", (string?)Assert.Single(scenario.Api.Live).Value["size"]);
    }

    private static Decision SaysDoneAtOnce(CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now) => CreateProtocol.Next(policy, state, happened, now) switch
    {
        { State: CreateState.BeginningUpdate, Effect: Effect.Write { Record: LiveRecord live } write } decision =>
            decision with { Effect = write with { Record = live with { Update = null, Input = policy.Input.Json, Fingerprint = policy.Input.Fingerprint } } },
        var decision => decision,
    };

    private static async Task<DriftScenario> StartAsync(ReplaceOrder order)
    {
        var scenario = await DriftScenario.StartAsync();
        (scenario.OnDrift, scenario.ReplaceOrder, scenario.Guarantee) = (OnDrift.Replace, order, Guarantee.Marker);
        (scenario.Marker, scenario.Time) = (new MarkerField(MarkerKind.Tags, "tags"), new JumpingTime());
        await scenario.RunAsync(Before);
        return scenario;
    }

    private static async Task IsOneAsWantedAsync(DriftScenario scenario, string wanted)
    {
        var done = await scenario.RunAsync(wanted);
        var (id, thing) = Assert.Single(scenario.Api.Live);
        var record = await scenario.RecordAsync();
        Assert.Equal((id, id, wanted == Updated ? 1 : 2), (done.Id, record.Id, record.Generation));
        Assert.Equal((wanted == Updated ? "large" : "small", wanted == Updated ? "12" : "13"), ((string?)thing["size"], (string?)thing["image"]));
        Assert.All(record.Superseded, superseded => Assert.NotEqual(id, superseded));
        var version = record.Version;
        for (var run = 0; run < 2; run++) Assert.Empty(await scenario.SentByAsync(wanted));
        Assert.Equal(version, (await scenario.RecordAsync()).Version);
    }
}

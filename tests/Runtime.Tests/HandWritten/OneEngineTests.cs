using Semel.Protocol;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>All three ways in and the generated models ask one function what to do: where it says no, none of them sends anything.</summary>
[Trait("Feature", "A6")]
public sealed class OneEngineTests
{
    public static TheoryData<string> Ways => [.. WayIn.All, "generated model"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task NothingIsSent_ThatTheProtocolDidNotDecide(string way)
    {
        await using var scenario = await Scenario.StartAsync();
        var refusing = new SemelContext(scenario.Repository, "test", null, scenario, scenario.Time)
        {
            Next = static (_, state, _, _) => new Decision(state, new Effect.Fail(new Failure.Unknown("the protocol says no", null, null)), "refused"),
        };
        Assert.Equal("the protocol says no", (await Assert.ThrowsAsync<UnknownException>(() => EnsureAsync(refusing))).Message);
        Assert.Empty(scenario.Cloud.Requests);

        var posts = 0;
        var counting = new SemelContext(scenario.Repository, "test", null, scenario, scenario.Time)
        {
            Next = (policy, state, happened, now) =>
            {
                var decision = CreateProtocol.Next(policy, state, happened, now);
                if (decision.Effect is Effect.Post) posts++;
                return decision;
            },
        };
        await EnsureAsync(counting);
        Assert.Equal((1, 1), (posts, scenario.Cloud.Posts(CloudKind.Servers)));

        async Task EnsureAsync(SemelContext semel)
        {
            if (way == "generated model") await new Servers(scenario.Http, semel).CreateAsync(Scenario.Web1);
            else await WayIn.EnsureAsync(way, CloudKind.Servers, scenario.Http, semel, "web-1");
        }
    }

    /// <summary>What a hand-written create can say of its policy, a model's attribute can say too: one place for it is enough.</summary>
    [Fact]
    public void EveryPolicyOfAHandWrittenCreate_IsAPropertyOfAModelsAttribute()
    {
        string[] ofMethods = [nameof(IdempotentAttribute.Core), nameof(IdempotentAttribute.Find), nameof(IdempotentAttribute.Prepare), nameof(IdempotentAttribute.Compare), nameof(IdempotentAttribute.Model), nameof(IdempotentAttribute.Scope)];
        var policies = typeof(IdempotentAttribute).GetProperties().Where(property => property.DeclaringType == typeof(IdempotentAttribute)).Select(property => property.Name).Except(ofMethods);
        Assert.Empty(policies.Except(typeof(ExtensionModelAttribute).GetProperties().Select(property => property.Name)));
    }
}

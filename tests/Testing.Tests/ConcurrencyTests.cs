using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class ConcurrencyTests : CloudTest
{
    protected override CloudOptions Options => new() { TimeProvider = new YieldingTime() };

    [Fact]
    public async Task SixtyFourCreatesOfOneUniqueNameAtOnce_ApplyOne()
    {
        Answer[] answers = await AtOnceAsync(CloudKind.Networks);
        Assert.Equal((1, 63), (answers.Count(answer => answer.Status == 201), answers.Count(answer => answer.Status == 409)));
        Assert.Equal((1, 64, 64, 1), (Server.Applied.Count, Server.Posts(CloudKind.Networks), Server.Mutations.Count, Server.Count(CloudKind.Networks)));
    }

    [Fact]
    public async Task SixtyFourCreatesOfNamesThatAreNotUnique_AreAllCounted()
    {
        Answer[] answers = await AtOnceAsync(CloudKind.Servers);
        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Assert.Equal((64, 64), (Server.Applied.Count, Server.Count(CloudKind.Servers)));
        Assert.Equal(64, Server.Applied.Select(applied => applied.Id).Distinct().Count());
    }

    /// <summary>Lets 64 requests arrive, and applies them all in the same moment.</summary>
    private async Task<Answer[]> AtOnceAsync(string kind)
    {
        Fault hold = Server.Faults.On("POST", $"/v1/{kind}").Hold().Times(64);
        Task<Answer>[] sending = [.. Enumerable.Range(0, 64).Select(_ => Http.CreateAsync(kind, Bodies.Of(kind, "one")))];
        while (hold.Hits < 64) await Task.Yield();
        hold.Release();
        return await Task.WhenAll(sending);
    }

    /// <summary>Gives other threads the turn wherever the server asks for the time: between its check of a name and its change.</summary>
    private sealed class YieldingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            for (int turn = 0; turn < 50; turn++) Thread.Yield();
            return base.GetUtcNow();
        }
    }
}

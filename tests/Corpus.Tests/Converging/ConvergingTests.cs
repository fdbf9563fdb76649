using Semel.Protocol;

namespace Semel.Corpus.Tests.Converging;

/// <summary>
/// For every labelled resource that has a read and an update, generated from its document: what has converged is let alone, what was changed
/// is updated once, and what only a new resource can have is an error before any call.
/// </summary>
[Trait("Feature", "F6")]
public sealed class ConvergingTests(ConvergingDocuments documents, ITestOutputHelper output) : IClassFixture<ConvergingDocuments>
{
    /// <summary>Every one is driven, and so is every property of its create.</summary>
    [Theory, Trait("Feature", "F2")]
    [InlineData("digitalocean", 37, 181, 76)]
    [InlineData("hetzner", 12, 25, 55)]
    public async Task EveryResource_Converges(string provider, int resources, int updated, int refused)
    {
        var all = new List<Converged>();
        foreach (var (path, descriptor, model) in documents.Of(provider))
        {
            Assert.True(descriptor is not null && model is not null, $"{path} was not found in the document of {provider}.");
            var converged = await Convergence.OfAsync(descriptor, new SampleInput(model));
            output.WriteLine($"{path}: {converged.Updated.Count} properties updated, {converged.Refused.Count} refused");
            all.Add(converged);
            Assert.Empty(converged.Left.Select(name => $"{path} {name} was not changed"));
        }

        output.WriteLine($"{all.Count} resources: {all.Sum(one => one.Updated.Count)} properties updated, {all.Sum(one => one.Refused.Count)} refused");
        Assert.Equal(resources, all.Count);
        Assert.True(all.Sum(one => one.Updated.Count) >= updated && all.Sum(one => one.Refused.Count) >= refused, $"fewer than {updated} updates and {refused} refusals");
    }

    /// <summary>
    /// The controls, over every resource of one document and every fourth of the other. Nothing is remembered of how the API shows a value, so that the rules alone tell what is the same: then
    /// all converge, and without a rule, or where an API shows something else each time, those that have such values don't.
    /// </summary>
    [Theory]
    [InlineData("digitalocean", 4, 10, 2, 2, 9)]
    [InlineData("hetzner", 1, 12, 2, 2, 11)]
    public async Task WithoutARule_OrOnAnApiThatChurns_ItIsSeen(string provider, int everyNth, int resources, int leastWords, int leastNumbers, int leastChurns)
    {
        var (driven, words, numbers, churns) = (0, 0, 0, 0);
        foreach (var (_, descriptor, model) in documents.Of(provider).Where((_, index) => index % everyNth == 0))
        {
            var (resource, sample) = (descriptor!, new SampleInput(model!));
            await Convergence.OfAsync(resource, sample, Forgetful);
            driven++;
            words += await FailsAsync(resource, sample, Without(resource, words: true));
            numbers += await FailsAsync(resource, sample, Without(resource, numbers: true));
            churns += await FailsAsync(resource, sample, Without(resource), churns: true);
        }

        output.WriteLine($"{driven} resources: {words} need the rule of words, {numbers} that of numbers, {churns} show a churning text");
        Assert.Equal(resources, driven);
        Assert.True(words >= leastWords && numbers >= leastNumbers && churns >= leastChurns, $"{words}, {numbers}, {churns}");
    }

    /// <summary>1 where it is seen that it doesn't converge.</summary>
    private static async Task<int> FailsAsync(ResourceDescriptor resource, SampleInput sample, Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> next, bool churns = false)
    {
        try
        {
            await Convergence.OfAsync(resource, sample, next, churns);
            return 0;
        }
        catch (Exception seen) when (seen is Xunit.Sdk.XunitException or SemelException)
        {
            return 1;
        }
    }

    /// <summary>The protocol with the rules of a resource but those that are named.</summary>
    private static Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> Without(ResourceDescriptor resource, bool words = false, bool numbers = false)
    {
        ISameValue[] rules = [.. numbers ? Array.Empty<ISameValue>() : [new SameLiteral()], new SameTime(), new SameWord(words ? [] : resource.Enumerations)];
        var comparison = new Comparison(resource.Sets, resource.OwnedSets, [], resource.Marker, rules);
        return (policy, state, happened, now) => Forgetful(policy with { Comparison = comparison }, state, happened, now);
    }

    /// <summary>How the API shows a value is not remembered.</summary>
    private static Decision Forgetful(CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now)
    {
        var decision = CreateProtocol.Next(policy, state, happened, now);
        return decision.Effect is Effect.Write { Record: LiveRecord { ShownAs.Count: > 0 } live } write ? decision with { Effect = write with { Record = live with { ShownAs = [] } } } : decision;
    }
}

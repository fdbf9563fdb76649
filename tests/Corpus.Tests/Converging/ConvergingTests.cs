using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Semel.Corpus.Tests.Driven;
using Semel.Corpus.Tests.Labels;
using Semel.Protocol;

namespace Semel.Corpus.Tests.Converging;

/// <summary>
/// For every labelled resource that has a read and an update, generated from its document: what has converged is let alone, what was changed
/// is updated once, and what only a new resource can have is an error before any call.
/// </summary>
[Trait("Feature", "F6")]
public sealed partial class ConvergingTests(ITestOutputHelper output)
{
    [Theory, Trait("Feature", "F2")]
    [InlineData("digitalocean", 35, 170, 65)]
    [InlineData("hetzner", 12, 24, 45)]
    public async Task EveryResource_Converges(string provider, int resources, int updated, int refused)
    {
        var labels = LabelledDocument.Read(Path.Combine(SpecsFolder.Require(), "labels", provider + ".json"));
        var document = Path.Combine(SpecsFolder.Require(), labels.Document);
        var models = Inferred.Whole(document).Resources.ToDictionary(resource => resource.Declaration.Path, StringComparer.Ordinal);
        using var client = new GeneratedClient(document, ", OnDrift = global::Semel.OnDrift.Update, Verify = global::Semel.Verify.WithGet, LookFirst = false");
        var descriptors = client.Descriptors().ToDictionary(descriptor => descriptor.CreatePath, StringComparer.Ordinal);
        var (driven, all) = (0, (Updated: 0, Refused: 0));
        foreach (var label in labels.Resources.Where(label => label is { Counts: true, Read: not null, Update: not null }))
        {
            var path = label.Create.Split(' ')[1];
            if (!descriptors.TryGetValue(path, out var resource) || resource is not { ReadPath: not null, Update: not null })
            {
                output.WriteLine($"{label.Create}: not driven, {(resource is null ? "it is no resource" : $"its read is {resource.ReadPath ?? "none"} and its update {resource.Update?.Path ?? "none that takes what the create takes"}")}");
                continue;
            }

            var counts = await ConvergeAsync(resource, new SampleInput(models[path]));
            output.WriteLine($"{label.Create}: {counts.Updated} properties updated, {counts.Refused} refused");
            (driven, all) = (driven + 1, (all.Updated + counts.Updated, all.Refused + counts.Refused));
        }

        output.WriteLine($"{driven} resources: {all.Updated} properties updated, {all.Refused} refused");
        Assert.True(driven >= resources && all.Updated >= updated && all.Refused >= refused, $"fewer than {resources} resources, {updated} updates and {refused} refusals: {driven}, {all}");
    }

    /// <summary>
    /// The controls, over the same resources. Nothing is remembered of how the API shows a value, so that the rules alone tell what is the same: then
    /// all converge, and without a rule, or where an API shows something else each time, those that have such values don't.
    /// </summary>
    [Fact]
    public async Task WithoutARule_OrOnAnApiThatChurns_ItIsSeen()
    {
        var labels = LabelledDocument.Read(Path.Combine(SpecsFolder.Require(), "labels", "hetzner.json"));
        var document = Path.Combine(SpecsFolder.Require(), labels.Document);
        var models = Inferred.Whole(document).Resources.ToDictionary(resource => resource.Declaration.Path, StringComparer.Ordinal);
        using var client = new GeneratedClient(document, ", OnDrift = global::Semel.OnDrift.Update, Verify = global::Semel.Verify.WithGet, LookFirst = false");
        var (driven, words, numbers, churns) = (0, 0, 0, 0);
        foreach (var resource in client.Descriptors().Where(resource => resource is { ReadPath: not null, Update: not null } && labels.Resources.Any(label => label.Counts && label.Create == "POST " + resource.CreatePath)))
        {
            var sample = new SampleInput(models[resource.CreatePath]);
            await ConvergeAsync(resource, sample, next: Forgetful);
            driven++;
            words += await FailsAsync(resource, sample, known => known.With([], known.Literals));
            numbers += await FailsAsync(resource, sample, known => known.With(known.Enumerations, []));
            churns += await FailsAsync(resource, sample, known => known, churns: true);
        }

        output.WriteLine($"{driven} resources: {words} need the rule of words, {numbers} that of numbers, {churns} show a churning text");
        Assert.True(driven >= 11 && words >= 2 && numbers >= 2 && churns >= 11, $"{driven}, {words}, {numbers}, {churns}");
    }

    /// <summary>1 where it is seen that it doesn't converge.</summary>
    private static async Task<int> FailsAsync(ResourceDescriptor resource, SampleInput sample, Func<Rules, Rules> without, bool churns = false)
    {
        try
        {
            await ConvergeAsync(resource, sample, Without(resource, without), churns);
            return 0;
        }
        catch (Exception seen) when (seen is Xunit.Sdk.XunitException or SemelException)
        {
            return 1;
        }
    }

    private static Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> Without(ResourceDescriptor resource, Func<Rules, Rules> change)
    {
        var rules = change(new Rules(resource.Enumerations, [new SameLiteral()]));
        var comparison = new Comparison(resource.Sets, resource.OwnedSets, [], resource.Marker, [.. rules.Literals, new SameTime(), new SameWord(rules.Enumerations)]);
        return (policy, state, happened, now) => Forgetful(policy with { Comparison = comparison }, state, happened, now);
    }

    /// <summary>How the API shows a value is not remembered.</summary>
    private static Decision Forgetful(CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now)
    {
        var decision = CreateProtocol.Next(policy, state, happened, now);
        return decision.Effect is Effect.Write { Record: LiveRecord { ShownAs.Count: > 0 } live } write ? decision with { Effect = write with { Record = live with { ShownAs = [] } } } : decision;
    }

    private sealed record Rules(IReadOnlyList<string> Enumerations, IReadOnlyList<ISameValue> Literals)
    {
        public Rules With(IReadOnlyList<string> enumerations, IReadOnlyList<ISameValue> literals) => new(enumerations, literals);
    }

    private static async Task<(int Updated, int Refused)> ConvergeAsync(
        ResourceDescriptor resource, SampleInput sample, Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision>? next = null, bool churns = false)
    {
        await using var api = new ConvergingApi(resource) { Churns = churns };
        using var http = new HttpClient { BaseAddress = api.Address };
        var repository = new MemoryDataRepository();
        var client = new ResourceClient<Thing>(http, new SemelContext(repository, "test") { Next = next ?? CreateProtocol.Next }, resource);
        IReadOnlyList<PathArgument> arguments = [.. Parameter().Matches(resource.CreatePath).Select(match => new PathArgument(match.Groups[1].Value, "parent")).Where(argument => argument.Name != resource.IdParameter)];
        var (input, other) = (Without(resource, sample.Of(second: false)), Without(resource, sample.Of(second: true)));

        var created = await CreateAsync(input);
        Assert.Equal((Outcome.Created, 0), (created.Outcome, created.Differences.Count));
        for (var run = 0; run < 3; run++) await UnchangedAsync(created.Key);

        var (updated, refused) = (0, 0);
        foreach (var (name, value) in other.Where(property => !JsonNode.DeepEquals(property.Value, input[property.Key])).Where(property => !IdPath.Names(resource.Id).Contains(property.Key)).ToList())
        {
            var changed = (JsonObject)input.DeepClone();
            changed[name] = value?.DeepClone();
            api.Calls.Clear();
            if (!resource.Update!.Properties.Contains(name))
            {
                var error = await Assert.ThrowsAsync<ReplacementRequiredException>(() => CreateAsync(changed));
                Assert.All(error.Differences, difference => Assert.StartsWith(name, difference.Property, StringComparison.Ordinal));
                Assert.Empty(api.Calls);
                refused++;
                continue;
            }

            var result = await CreateAsync(changed);
            Assert.Equal(Outcome.Updated, result.Outcome);
            var (method, body) = Assert.Single(api.Mutating);
            Assert.Equal(resource.Update.Method, method);
            Assert.True(Sends(body![name], value), $"{resource.Model}.{name}: {body[name]?.ToJsonString()} was sent, not {value?.ToJsonString()}");
            if (method != "PUT") Assert.Equal([name], body.Select(property => property.Key));
            else Assert.All(input.Where(property => property.Key != name && resource.Update.Properties.Contains(property.Key)), property => Assert.True(Sends(body[property.Key], property.Value), property.Key));
            input = changed;
            await UnchangedAsync(created.Key);
            updated++;
        }

        return (updated, refused);

        Task<Ensured<Thing>> CreateAsync(JsonObject request) =>
            client.CreateAsync("one", new Thing((JsonObject)request.DeepClone()), arguments, TestContext.Current.CancellationToken);

        async Task UnchangedAsync(ResourceKey key)
        {
            var version = (await repository.FindAsync(key))!.Version;
            api.Calls.Clear();
            var again = await CreateAsync(input);
            Assert.Equal((Outcome.Reused, ""), (again.Outcome, string.Join("; ", again.Differences)));
            Assert.Empty(api.Mutating);
            Assert.Equal(version, (await repository.FindAsync(key))!.Version);
        }
    }

    /// <summary>The field that carries the marker has more than what is wanted.</summary>
    private static bool Sends(JsonNode? sent, JsonNode? wanted) => JsonNode.DeepEquals(sent, wanted)
        || (sent is JsonArray items && wanted is JsonArray asked && asked.All(item => items.Any(other => JsonNode.DeepEquals(other, item))))
        || (sent is JsonObject json && wanted is JsonObject entries && entries.All(entry => Sends(json[entry.Key], entry.Value)))
        || (sent is JsonValue && sent.ToString().Contains("semel-", StringComparison.Ordinal) && sent.ToString().StartsWith(wanted?.ToString() ?? "", StringComparison.Ordinal));

    private static JsonObject Without(ResourceDescriptor resource, JsonObject input)
    {
        if (resource.IdempotencyKey is { Place: KeyPlace.Body } key) JsonPathAccess.Remove(input, key.Name);
        return input;
    }

    [GeneratedRegex(@"\{([^}]*)}")]
    private static partial Regex Parameter();
}

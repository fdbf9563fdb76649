using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Semel.Protocol;

namespace Semel.Corpus.Tests.Converging;

/// <summary>What one resource did.</summary>
/// <param name="Updated">The properties that one update each brought to another value.</param>
/// <param name="Refused">The properties whose change was an error without a call.</param>
/// <param name="Left">The properties that were not changed.</param>
internal sealed record Converged(IReadOnlyList<string> Updated, IReadOnlyList<string> Refused, IReadOnlyList<string> Left);

/// <summary>Creates one resource, runs again three times, and changes each of its properties in turn.</summary>
internal static partial class Convergence
{
    public static async Task<Converged> OfAsync(
        ResourceDescriptor resource, SampleInput sample, Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision>? next = null, bool churns = false)
    {
        await using var api = new ConvergingApi(resource) { Churns = churns };
        using var http = new HttpClient { BaseAddress = api.Address };
        var repository = new MemoryDataRepository();
        var client = new ResourceClient<Thing>(http, new SemelContext(repository, "test") { Next = next ?? CreateProtocol.Next }, resource);
        IReadOnlyList<PathArgument> arguments = [.. Parameter().Matches(resource.CreatePath).Select(match => new PathArgument(match.Groups[1].Value, "parent")).Where(argument => argument.Name != resource.IdParameter)];
        var (input, other) = (Without(resource, sample.Of(second: false)), Without(resource, sample.Of(second: true)));

        var created = await CreateAsync(input);
        Assert.Equal((Outcome.Created, ""), (created.Outcome, string.Join("; ", created.Differences)));
        for (var run = 0; run < 3; run++) await UnchangedAsync(created.Key);

        var (updated, refused, left) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var name in input.Select(property => property.Key).Union(other.Select(property => property.Key)).ToList())
        {
            if (!other.TryGetPropertyValue(name, out var value) || JsonNode.DeepEquals(value, input[name]))
            {
                left.Add(name);
                continue;
            }

            var changed = (JsonObject)input.DeepClone();
            changed[name] = value?.DeepClone();
            api.Calls.Clear();
            if (resource.Update?.Properties.Contains(name) != true)
            {
                var error = await Assert.ThrowsAsync<ReplacementRequiredException>(() => CreateAsync(changed));
                Assert.All(error.Differences, difference => Assert.StartsWith(name, difference.Property, StringComparison.Ordinal));
                Assert.Empty(api.Calls);
                refused.Add(name);
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
            updated.Add(name);
        }

        return new(updated, refused, left);

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

    /// <summary>Without what the server says, and what the runtime adds.</summary>
    private static JsonObject Without(ResourceDescriptor resource, JsonObject input)
    {
        if (resource.IdempotencyKey is { Place: KeyPlace.Body } key) JsonPathAccess.Remove(input, key.Name);
        if (resource.NameInRequest != resource.Id) foreach (var part in IdPath.Names(resource.Id)) JsonPathAccess.Remove(input, part);
        return input;
    }

    [GeneratedRegex(@"\{([^}]*)}")]
    private static partial Regex Parameter();
}

using System.Text;
using Semel.Workflows.Tests;

namespace Semel.Runtime.Tests.Drift;

/// <summary>An API that repeats a secret in properties which nothing marks.</summary>
[Trait("Feature", "G1")]
public sealed class RepeatedSecretTests
{
    private const string First = """{"name":"db","size":"small","password":"canary/one"}""";
    private const string Second = """{"name":"db","size":"small","password":"canary/two"}""";

    [Theory]
    [InlineData("""{"uri":"postgres://u:%@h","host":"shown"}""")]
    [InlineData("""{"connection":{"private":{"uri":"postgres://u:%@h","host":"shown"}}}""")]
    [InlineData("""{"hosts":[{"host":"shown","uri":"postgres://u:%@h"}]}""")]
    [InlineData("""{"uris":["postgres://u@shown","postgres://u:%@h"],"host":"shown"}""")]
    public async Task Property_IsLeftOut_AndARotationIsOneWrite(string shown)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Log, scenario.Api.Repeat) = (new KeptLog(), password => shown.Replace("%", Uri.EscapeDataString(password), StringComparison.Ordinal));
        var created = await scenario.RunAsync(First);
        await IsAtRestAsync(scenario, First);

        Assert.Equal("""{"password":"canary/two"}""", Assert.Single(await scenario.SentByAsync(Second)).Body.ToJsonString());
        await IsAtRestAsync(scenario, Second);

        scenario.Api.Edit(created.Id, "size", "huge");
        await scenario.Client().RefreshAsync("one", [], TestContext.Current.CancellationToken); // knows no request
        Assert.Equal("""{"size":"small"}""", Assert.Single(await scenario.SentByAsync(Second)).Body.ToJsonString());
        await IsAtRestAsync(scenario, Second);

        foreach (var text in new[] { created.Value.Json.ToJsonString(), created.Value.ToString() }) Assert.Contains("canary", text, StringComparison.Ordinal); // the model is the reply itself
        Assert.DoesNotContain("canary", created.ToString(), StringComparison.Ordinal);
        var records = await RecordsAsync(scenario);
        Assert.Contains("\"shown\"", records, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", records + scenario.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>What was asked for and is shown with the secret in it is compared no more, and isn't in a difference.</summary>
    [Fact]
    public async Task PropertyThatIsAskedFor_IsNoDrift()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Api.Repeat = password => $$"""{"uri":"postgres://u:{{password}}@h"}""";
        var (first, second) = (First.Replace("}", ",\"uri\":\"postgres://u@h\"}", StringComparison.Ordinal), Second.Replace("}", ",\"uri\":\"postgres://u@h\"}", StringComparison.Ordinal));
        await scenario.RunAsync(first);
        await IsAtRestAsync(scenario, first);
        Assert.Single(await scenario.SentByAsync(second));
        await IsAtRestAsync(scenario, second);

        Assert.DoesNotContain("canary", await RecordsAsync(scenario), StringComparison.Ordinal);
    }

    /// <summary>The control: a text of seven characters may be anywhere by chance, is not looked for, and the search finds it.</summary>
    [Fact]
    public async Task ShortText_IsNotLookedFor()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Api.Repeat = password => $$"""{"uri":"postgres://u:{{password}}@h"}""";
        await scenario.RunAsync("""{"name":"db","password":"canary1"}""");

        Assert.Contains("canary1", await RecordsAsync(scenario), StringComparison.Ordinal);
        Assert.Empty((await scenario.RecordAsync()).Withheld);
    }

    [Fact]
    public async Task WhatIdentifies_IsKept()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Api.Repeat = password => $$"""{"id":"t1","{{password}}":"shown","note":"{{password}}"}""";
        await scenario.RunAsync("""{"name":"canary-name","password":"canary-name"}""");

        var attributes = (await scenario.RecordAsync()).Attributes;
        Assert.Equal("canary-name", (string?)attributes["name"]);
        Assert.Equal("shown", (string?)attributes["canary-name"]);
        Assert.False(attributes.ContainsKey("note"));
    }

    /// <summary>Adopting by hand and resolving know no request: what they record may hold a secret, until the next run takes it out.</summary>
    [Theory]
    [InlineData("adopted", Verify.WithGet)]
    [InlineData("adopted", Verify.Never)]
    [InlineData("resolved", Verify.WithGet)]
    [InlineData("resolved", Verify.Never)]
    public async Task RecordWithoutARequest_IsCleanedByTheNextRun(string how, Verify verify)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Verify, scenario.Time, scenario.Api.Repeat) = (verify, new JumpingTime(), password => $$"""{"uri":"postgres://u:{{password}}@h","host":"shown"}""");
        if (how == "adopted")
        {
            using var theirs = new StringContent(First, Encoding.UTF8, "application/json");
            await scenario.Api.Http.PostAsync(new Uri("/things", UriKind.Relative), theirs, TestContext.Current.CancellationToken);
            await scenario.Client().AdoptAsync("one", "t1", "db", [], TestContext.Current.CancellationToken);
        }
        else
        {
            scenario.Api.Next = ("POST", "lost reply");
            await Assert.ThrowsAnyAsync<ResourceException>(() => scenario.RunAsync(First));
            await scenario.Client().ResolveAsync("one", "t1", [], TestContext.Current.CancellationToken);
        }

        Assert.Contains("canary", Text(await scenario.RecordAsync()), StringComparison.Ordinal); // there it is
        Assert.Empty(await scenario.SentByAsync(First));

        Assert.Contains("shown", Text(await scenario.RecordAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Text(await scenario.RecordAsync()), StringComparison.Ordinal);
        await IsAtRestAsync(scenario, First);
    }

    /// <summary>An earlier version recorded as plain text what is a secret now.</summary>
    [Theory]
    [InlineData("password", Verify.WithGet, OnDrift.Update, """{"name":"db","size":"shown","password":"canary-one"}""")]
    [InlineData("env", Verify.WithGet, OnDrift.Fail, """{"name":"db","size":"shown","env":{"A":{"deep":["canary-one"]}}}""")]
    [InlineData("env", Verify.Never, OnDrift.Update, """{"name":"db","size":"shown","env":{"A":"canary-one"}}""")]
    [InlineData("keys", Verify.WithGet, OnDrift.Update, """{"name":"db","size":"shown","keys":[["canary-one"]]}""")]
    [InlineData("keys", Verify.Never, OnDrift.Report, """{"name":"db","size":"shown","keys":["canary-one"]}""")]
    [InlineData("groups.users.password", Verify.WithGet, OnDrift.Report, """{"name":"db","groups":[{"users":[{"login":"shown","password":"canary-one"}]}]}""")]
    [InlineData("groups.users.password", Verify.Never, OnDrift.Fail, """{"name":"db","groups":[{"users":[{"login":"shown","password":"canary-one"}]}]}""")]
    public async Task RecordWithAPlainValue_LosesItInOneVersion(string path, Verify verify, OnDrift onDrift, string input)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Secrets, scenario.Verify, scenario.OnDrift) = ([], verify, onDrift);
        await scenario.RunAsync(input);
        var before = await scenario.RecordAsync();
        Assert.Contains("canary", Text(before), StringComparison.Ordinal); // there it is
        var earlier = await RecordsAsync(scenario);

        scenario.Secrets = [path];
        if (verify == Verify.WithGet)
        {
            scenario.Api.NextRead = 500; // a run that fails cleans nothing
            await Assert.ThrowsAsync<UnknownException>(() => scenario.RunAsync(input));
            Assert.Equal(earlier, await RecordsAsync(scenario));
        }

        scenario.Api.Mutations.Clear();
        var run = await scenario.RunAsync(input);
        var after = await scenario.RecordAsync();

        Assert.Equal((Outcome.Reused, 0, 0), (run.Outcome, run.Differences.Count, scenario.Api.Mutations.Count));
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Contains("shown", Text(after), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Text(after), StringComparison.Ordinal);
        Assert.StartsWith(earlier, await RecordsAsync(scenario), StringComparison.Ordinal); // what was written stays as it is
        await IsAtRestAsync(scenario, input);

        (scenario.OnDrift, scenario.Update) = (OnDrift.Update, new("PATCH", "/things/{id}", ["name", path.Split('.')[0]]));
        Assert.Single(await scenario.SentByAsync(input.Replace("canary-one", "canary-two", StringComparison.Ordinal))); // and a rotation is seen
    }

    /// <summary>It is the API's own: no input holds it, so that nothing but the record shows it.</summary>
    [Theory]
    [InlineData(Verify.Never)]
    [InlineData(Verify.WithGet)]
    public async Task RecordWithAPlainValueOfTheApi_LosesItInOneVersion(Verify verify)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Secrets, scenario.Verify, scenario.Api.Repeat) = ([], verify, _ => """{"token":"canary-one"}""");
        await scenario.RunAsync("""{"name":"db","password":""}""");
        var before = await scenario.RecordAsync();
        Assert.Contains("canary", Text(before), StringComparison.Ordinal);

        scenario.Secrets = ["token"];
        Assert.Empty((await scenario.RunAsync("""{"name":"db","password":""}""")).Differences);

        Assert.Equal(before.Version + 1, (await scenario.RecordAsync()).Version);
        Assert.DoesNotContain("canary", Text(await scenario.RecordAsync()), StringComparison.Ordinal);
        await IsAtRestAsync(scenario, """{"name":"db","password":""}""");
    }

    /// <summary>No call that changes something and no version.</summary>
    private static async Task IsAtRestAsync(DriftScenario scenario, string input)
    {
        var version = (await scenario.RecordAsync()).Version;
        for (var run = 0; run < 3; run++)
        {
            scenario.Api.Mutations.Clear();
            Assert.Empty((await scenario.RunAsync(input)).Differences);
            Assert.Empty(scenario.Api.Mutations);
        }

        Assert.Equal(version, (await scenario.RecordAsync()).Version);
    }

    private static async Task<string> RecordsAsync(DriftScenario scenario)
    {
        var records = new StringBuilder();
        await foreach (var version in scenario.Repository.HistoryAsync(new ResourceKey("test", "Things", "one"))) records.AppendLine(Text(version));
        return records.ToString();
    }

    private static string Text(ResourceRecord record) => Encoding.UTF8.GetString(RecordJson.Write(record));
}

using System.Text;

namespace Semel.Runtime.Tests.Drift;

/// <summary>Secrets: a rotation is one write, and no value is kept or shown.</summary>
public sealed class SecretScenarios
{
    private const string First = """{"name":"db","password":"canary-one"}""";
    private const string Second = """{"name":"db","password":"canary-two"}""";

    [Fact, Trait("Feature", "G2")]
    public async Task Rotation_IsExactlyOneWrite_AndAnUnchangedSecretNone()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(First);
        Assert.Empty(await scenario.SentByAsync(First));

        Assert.Equal("""{"password":"canary-two"}""", Assert.Single(await scenario.SentByAsync(Second)).Body.ToJsonString());

        for (var run = 0; run < 3; run++) Assert.Empty(await scenario.SentByAsync(Second));
    }

    [Theory, Trait("Feature", "G1")]
    [InlineData(OnDrift.Report)]
    [InlineData(OnDrift.Fail)]
    [InlineData(OnDrift.Update)]
    public async Task NoSecret_IsInRecords_DifferencesOrErrors(OnDrift onDrift)
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.OnDrift = onDrift;
        await scenario.RunAsync(First);
        var said = "";
        try
        {
            said = string.Join("\n", (await scenario.RunAsync(Second)).Differences);
        }
        catch (DriftException drift)
        {
            said = drift + string.Join("\n", drift.Differences);
        }

        Assert.Contains("password", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
        await foreach (var version in scenario.Repository.HistoryAsync(new ResourceKey("test", "Things", "one")))
            Assert.DoesNotContain("canary", Encoding.UTF8.GetString(RecordJson.Write(version)), StringComparison.Ordinal);
    }

    /// <summary>Created, rotated, refused by a server that repeats what it was sent, lost, and rotated again.</summary>
    [Fact, Trait("Feature", "G1")]
    public async Task NoSecret_IsInALogOrAnError_WhateverHappensToAnUpdate()
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Log, scenario.Time) = (new KeptLog(), new Semel.Workflows.Tests.JumpingTime());
        await scenario.RunAsync(First);
        scenario.Api.NextUpdate = 422;
        var refused = await Assert.ThrowsAsync<RejectedException>(() => scenario.RunAsync(Second));
        scenario.Api.NextUpdate = 500;
        var unknown = await Assert.ThrowsAsync<UnknownException>(() => scenario.RunAsync(Second));
        await scenario.RunAsync("""{"name":"db","password":"canary-three"}""");

        Assert.Contains("this is not accepted", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("about to update: password", scenario.Log.Text, StringComparison.Ordinal);
        foreach (var said in new[] { scenario.Log.Text, refused.ToString(), unknown.ToString() }) Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
    }

    /// <summary>Wherever it stands, and though the API shows it: created, refused by a server that repeats it, lost, rotated, refreshed.</summary>
    [Theory, Trait("Feature", "G1"), Trait("Feature", "G2")]
    [InlineData("groups.users.password", "groups", """{"name":"db","groups":[{"users":[{"login":"shown","password":"canary-%"}]}]}""")]
    [InlineData("env", "env", """{"name":"db","env":{"A":{"deep":["canary-%"]}},"size":"shown"}""")]
    [InlineData("keys", "keys", """{"name":"db","keys":[["canary-%"]],"size":"shown"}""")]
    [InlineData("auth", "auth", """{"name":"db","auth":"canary-\"ü/%","size":"shown"}""")]
    public async Task NestedSecret_IsNowhere_AndItsRotationIsOneWrite(string path, string root, string input)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Log, scenario.Time, scenario.Secrets, scenario.Update) = (new KeptLog(), new Semel.Workflows.Tests.JumpingTime(), [path], new("PATCH", "/things/{id}", ["name", "size", root]));
        var (first, second, said) = (input.Replace('%', '1'), input.Replace('%', '2'), new List<string>());
        said.Add((await scenario.RunAsync(first)).ToString()!);
        foreach (var status in new[] { 422, 500 })
        {
            scenario.Api.NextUpdate = status;
            said.Add((await Assert.ThrowsAnyAsync<SemelException>(() => scenario.RunAsync(second))).ToString());
        }

        Assert.Equal(root, Assert.Single(Assert.Single(await scenario.SentByAsync(second)).Body).Key);
        for (var run = 0; run < 3; run++) Assert.Empty(await scenario.SentByAsync(second));
        scenario.OnDrift = OnDrift.Report;
        said.Add(string.Join('\n', (await scenario.RunAsync(first)).Differences));
        await foreach (var version in scenario.Repository.HistoryAsync(new ResourceKey("test", "Things", "one"))) said.Add(Encoding.UTF8.GetString(RecordJson.Write(version)));

        Assert.Contains("Created, verified: test/Things/one is 't1'", said[0], StringComparison.Ordinal);
        Assert.Contains(said, text => text.Contains("shown", StringComparison.Ordinal)); // the search does see what may be shown
        Assert.DoesNotContain("canary", string.Join('\n', [.. said, scenario.Log.Text]), StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "G3")]
    public async Task AlwaysWrite_WritesInEveryRun_AndNothingElse()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.SecretWrites = SecretWrites.AlwaysWrite;
        await scenario.RunAsync(First);
        for (var run = 0; run < 2; run++) Assert.Equal("""{"password":"canary-one"}""", Assert.Single(await scenario.SentByAsync(First)).Body.ToJsonString());
    }

    [Fact, Trait("Feature", "G2")]
    public async Task AnotherKey_IsAnErrorOfItsOwn_AndALostOneHasAWayOut()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Options.FingerprintKey = Convert.ToBase64String(new byte[32]);
        await scenario.RunAsync(First);
        scenario.Options.FingerprintKey = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
        var requests = scenario.Api.Requests;

        var error = await Assert.ThrowsAsync<FingerprintKeyException>(() => scenario.RunAsync(First));
        Assert.Equal(requests, scenario.Api.Requests);
        Assert.Equal((await scenario.RecordAsync()).Secrets!.KeyId, error.Recorded);
        Assert.Contains($"'{error.Recorded}'", error.Message, StringComparison.Ordinal);

        scenario.Options.LostFingerprintKey = error.Recorded;
        Assert.Empty(await scenario.SentByAsync(First));
        scenario.Options.LostFingerprintKey = null;
        Assert.Empty(await scenario.SentByAsync(First));
        Assert.Single(await scenario.SentByAsync(Second));
    }

    /// <summary>A file that is lost, or another checkout's: the next run makes a key of its own, and says that it is another one.</summary>
    [Fact, Trait("Feature", "G2")]
    public async Task KeyFileThatIsLost_IsAnError_BeforeAnyCall_AndHasAWayOut()
    {
        await using var scenario = await DriftScenario.StartAsync();
        using var folder = new TemporaryFolder();
        var files = new FileDataRepository(Path.Combine(folder.Path, "state"));
        scenario.Other = files;
        await scenario.RunAsync(First);
        var kept = await File.ReadAllBytesAsync(files.FingerprintKeyFile, TestContext.Current.CancellationToken);
        File.Delete(files.FingerprintKeyFile);
        scenario.Other = new FileDataRepository(Path.Combine(folder.Path, "state"));
        var requests = scenario.Api.Requests;

        var error = await Assert.ThrowsAsync<FingerprintKeyException>(() => scenario.RunAsync(First));

        Assert.Equal(requests, scenario.Api.Requests);
        Assert.Contains("LostFingerprintKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(files.FingerprintKeyFile, kept, TestContext.Current.CancellationToken); // found again: nothing is lost
        scenario.Other = new FileDataRepository(Path.Combine(folder.Path, "state"));
        Assert.Empty(await scenario.SentByAsync(First));
        Assert.Single(await scenario.SentByAsync(Second));
    }

    [Fact, Trait("Feature", "G2")]
    public async Task KeyFile_IsMadeByTheFirstCreateWithASecret_AndIsInNoRecord()
    {
        await using var scenario = await DriftScenario.StartAsync();
        using var folder = new TemporaryFolder();
        scenario.Other = new FileDataRepository(Path.Combine(folder.Path, ".semel"));
        await scenario.RunAsync("""{"name":"db"}""");
        Assert.Empty(Directory.GetFiles(folder.Path));

        await scenario.RunAsync(First);

        var file = Path.Combine(folder.Path, ".semel.key");
        Assert.Equal([file], Directory.GetFiles(folder.Path));
        var key = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim();
        var records = new StringBuilder();
        foreach (var record in Directory.GetFiles(Path.Combine(folder.Path, ".semel"), "*", SearchOption.AllDirectories)) records.Append(await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken));
        Assert.Contains(new FingerprintKey(Convert.FromBase64String(key)).Id, records.ToString(), StringComparison.Ordinal); // it is named
        foreach (var text in new[] { key, Convert.ToHexStringLower(Convert.FromBase64String(key)), Convert.ToHexString(Convert.FromBase64String(key)) }) Assert.DoesNotContain(text, records.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Two programs over the same records, each with a file of its own or none: the option is what they share.</summary>
    [Fact, Trait("Feature", "G2")]
    public async Task KeyOfTheOptions_GoesBeforeTheFile()
    {
        await using var scenario = await DriftScenario.StartAsync();
        using var folder = new TemporaryFolder();
        FileDataRepository Files() => new(Path.Combine(folder.Path, "state"));
        (scenario.Other, scenario.Options.FingerprintKey) = (Files(), Convert.ToBase64String(FingerprintKey.Create()));
        await scenario.RunAsync(First);
        Assert.False(File.Exists(Files().FingerprintKeyFile));

        await File.WriteAllTextAsync(Files().FingerprintKeyFile, Convert.ToBase64String(FingerprintKey.Create()), TestContext.Current.CancellationToken);
        scenario.Other = Files();
        Assert.Empty(await scenario.SentByAsync(First));
        Assert.Single(await scenario.SentByAsync(Second));

        (scenario.Other, scenario.Options.FingerprintKey) = (Files(), null);
        await Assert.ThrowsAsync<FingerprintKeyException>(() => scenario.RunAsync(Second));
    }

    /// <summary>A record of an earlier format, and one that was lost, say nothing of the secrets: they are taken to be as they were, and changes are seen from then on.</summary>
    [Theory, Trait("Feature", "G2"), Trait("Feature", "C7")]
    [InlineData("of an earlier format")]
    [InlineData("lost")]
    public async Task RecordThatKnowsNoFingerprint_TakesTheSecretsAsTheyAre_AndSeesTheNextRotation(string record)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Guarantee, scenario.Marker) = (Guarantee.Marker, new MarkerField(MarkerKind.Tags, "tags"));
        if (record == "of an earlier format") scenario.Api.Repeat = _ => """{"size":"S of 2026"}"""; // how it is shown is taken from the read
        await scenario.RunAsync("""{"name":"db","size":"small","password":"canary-one"}""");
        if (record == "lost") scenario.Other = new MemoryDataRepository();
        else if (await scenario.RecordAsync() is var live) await scenario.Repository.TryWriteAsync(live with { Secrets = SecretFingerprints.Unknown, ShownAs = null }, live.Version); // as formats 1 and 2 are read

        Assert.Empty(await scenario.SentByAsync("""{"name":"db","size":"small","password":"canary-two"}"""));
        Assert.Equal("""{"password":"canary-three"}""", Assert.Single(await scenario.SentByAsync("""{"name":"db","size":"small","password":"canary-three"}""")).Body.ToJsonString());
        for (var run = 0; run < 2; run++) Assert.Empty(await scenario.SentByAsync("""{"name":"db","size":"small","password":"canary-three"}"""));
    }

    [Fact]
    public async Task RepositoryWithoutAKey_NeedsOneOfTheOptions_BeforeAnyCall()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Other = new Keyless(scenario.Repository);

        var error = await Assert.ThrowsAsync<StateException>(() => scenario.RunAsync(First));

        Assert.Contains("SemelOptions.FingerprintKey", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, scenario.Api.Requests);
        Assert.Equal(Outcome.Created, (await scenario.RunAsync("""{"name":"db"}""")).Outcome);
    }

    [Theory, Trait("Feature", "G4")]
    [InlineData(OnExists.Adopt, "", "canary-old")]
    [InlineData(OnExists.Update, "PATCH", "canary-one")]
    [InlineData(OnExists.Replace, "DELETE POST", "canary-one")]
    public async Task CredentialThatIsThereWithAnOldValue(OnExists onExists, string sent, string password)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.OnExists, scenario.OnDrift) = (onExists, OnDrift.Report);
        using var stranger = new StringContent("""{"name":"db","password":"canary-old"}""", Encoding.UTF8, "application/json");
        await scenario.Api.Http.PostAsync(new Uri("/things", UriKind.Relative), stranger, TestContext.Current.CancellationToken);

        Assert.Equal(sent, string.Join(' ', (await scenario.SentByAsync(First)).Select(call => call.Method)));

        Assert.Equal(password, (string?)Assert.Single(scenario.Api.Live).Value["password"]);
        Assert.Empty(await scenario.SentByAsync(First));
    }
}

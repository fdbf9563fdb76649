using System.Diagnostics;
using System.Text.RegularExpressions;
using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>Every command of the built program on a pipe: plain lines, exit codes, JSON.</summary>
public sealed class PipeTests
{
    [Fact, Trait("Feature", "J1")]
    public async Task Run_FailsAndIsMended_InPlainLines_WithExitCodes()
    {
        await using var program = await WebProgram.OpenAsync();

        var first = await program.RunAsync("run", "--range", "10.0.0.0/99");
        Assert.True(first.ExitCode == 1, first.ToString());
        Assert.Matches(@"(?m)^  network +failed +test|^  network +failed +demo/Networks/web was not created", first.Output);
        Assert.Contains("  server/web-1         blocked   it needs 'network', which did not succeed", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', first.Output);

        var second = await program.RunAsync("run");
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Contains("done, 5 changed", second.Output, StringComparison.Ordinal);

        var third = await program.RunAsync("run");
        Assert.Equal(6, Regex.Count(third.Output, " reused "));
        Assert.Contains("all was there already", third.Output, StringComparison.Ordinal);
        Assert.Equal(2, program.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "A12")]
    public async Task Plan_IsWritten_AndRunWithIt_DoesThatOrStops()
    {
        await using var program = await WebProgram.OpenAsync();

        var plan = await program.RunAsync("plan", "--refresh", "--out", "plan.json");
        Assert.True(plan.ExitCode == 0, plan.ToString());
        Assert.Matches(@"(?m)^  balancer +create +LoadBalancers/web: .*\[Marker\]", plan.Output);
        Assert.Contains("Plan: create 6", plan.Output, StringComparison.Ordinal);
        Assert.Empty(program.Cloud.Mutations);

        var run = await program.RunAsync("run", "--plan", "plan.json");
        Assert.True(run.ExitCode == 0, run.ToString());

        var again = await program.RunAsync("run", "--plan", "plan.json");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("Make a new plan", again.Output, StringComparison.Ordinal);

        Assert.Contains("nothing to do", (await program.RunAsync("plan")).Output, StringComparison.Ordinal);
        Assert.Equal(6, program.Cloud.Applied.Count);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task Plan_ShowsAChangedInput_AsADifference()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");

        var plan = await program.RunAsync("plan", "--range", "10.1.0.0/24");

        Assert.Equal(1, plan.ExitCode);
        Assert.Matches(@"network +stuck .*range", plan.Output);
    }

    [Fact, Trait("Feature", "C8")]
    public async Task List_Show_History_TellWhatIsRecorded()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run", "--range", "10.0.0.0/99");
        await program.RunAsync("run");

        var list = await program.RunAsync("list");
        Assert.Equal(0, list.ExitCode);
        Assert.Matches(@"(?m)^Servers/web-2 +live +\d+ +1 ", list.Output);
        Assert.Matches(@"(?m)^Tags/web +live +web ", list.Output);

        var show = await program.JsonAsync("show", "Servers/web-1");
        Assert.Equal("small", show["input"]!["size"]!.ToString());
        Assert.Equal(2, (await program.RunAsync("show", "Servers/web-9")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("show", "Servers")).ExitCode);

        var runs = (await program.JsonAsync("history")).AsArray();
        Assert.Equal(["5 of 6 steps did not succeed", "every step succeeded"], runs.Select(run => run!["reason"]!.ToString()));
        var steps = await program.RunAsync("history", "--run", runs[0]!["run"]!.ToString());
        Assert.Matches(@"(?m)^network +Failed .*422", steps.Output);
        var versions = (await program.JsonAsync("history", "Networks/web")).AsArray();
        Assert.Equal(["being created", "being created", "being created", "live"], versions.Select(version => version!["state"]!.ToString()));
        Assert.Equal(runs.Select(run => run!["run"]!.ToString()), versions.Select(version => version!["run"]!.ToString()).Distinct());
    }

    [Fact, Trait("Feature", "I4")]
    public async Task Check_FindsWhatIsMissing_Sweep_FindsOrphans()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");
        var clean = await program.RunAsync("check");
        Assert.True(clean.ExitCode == 0, clean.ToString());
        program.Cloud.Remove(CloudKind.Firewalls, program.Cloud.Live(CloudKind.Firewalls).Single()["id"]!.ToString());
        var orphan = program.Cloud.AddDuplicates(CloudKind.Servers, program.Cloud.Live(CloudKind.Servers)[0]["id"]!.ToString()).Single();

        var check = await program.RunAsync("check");
        Assert.Equal(3, check.ExitCode);
        Assert.Matches(@"(?m)^Missing +Firewalls/web ", check.Output);
        Assert.Matches($@"(?m)^Duplicate +Servers/web-[12] +{orphan} ", check.Output);

        // nothing is swept while a list is empty though a resource is recorded
        var refused = await program.RunAsync("sweep");
        Assert.Equal(4, refused.ExitCode);
        Assert.Contains("the list of Firewalls is empty", refused.Error, StringComparison.Ordinal);
        program.Cloud.Seed(CloudKind.Firewalls, """{ "name": "other" }""");
        Assert.Contains("it would be deleted", (await program.RunAsync("sweep")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await program.RunAsync("sweep", "--delete")).ExitCode);
        Assert.Equal(4, (await program.RunAsync("sweep", "--delete", "--yes")).ExitCode);
        Assert.Equal(3, program.Cloud.Count(CloudKind.Servers));
        var swept = await program.RunAsync("sweep", "--delete", "--yes", "--max-share", "0.5");
        Assert.True(swept.ExitCode == 0, swept.ToString());
        Assert.Equal(2, program.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_AsksFirst_AndDeletesInReverse()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");

        var asked = await program.RunAsync("destroy");
        Assert.Equal(2, asked.ExitCode);
        Assert.Contains("say --yes", asked.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await program.RunAsync("destroy", "--dry-run")).ExitCode);
        Assert.Equal(6, program.Cloud.Applied.Count);

        var destroyed = await program.RunAsync("destroy", "--yes");
        Assert.True(destroyed.ExitCode == 0, destroyed.ToString());
        Assert.Equal(0, new[] { CloudKind.Networks, CloudKind.Tags, CloudKind.Servers, CloudKind.LoadBalancers, CloudKind.Firewalls }.Sum(program.Cloud.Count));
        Assert.Equal(CloudKind.Firewalls, program.Cloud.Applied[6].Kind);
    }

    [Fact, Trait("Feature", "B7")]
    public async Task Adopt_Resolve_Moved()
    {
        await using var program = await WebProgram.OpenAsync();
        var id = program.Cloud.Seed(CloudKind.Networks, """{ "name": "web", "range": "10.0.0.0/24" }""");

        Assert.Equal(1, (await program.RunAsync("adopt", "Networks/web", id)).ExitCode);
        Assert.Equal(0, (await program.RunAsync("adopt", "Networks/web", id, "--name", "web")).ExitCode);
        Assert.Equal(1, (await program.RunAsync("resolve", "Networks/web", "--created", id)).ExitCode);
        Assert.Equal(2, (await program.RunAsync("resolve", "Networks/web")).ExitCode);
        Assert.Equal(0, (await program.RunAsync("moved", "Networks/web", "Networks/site")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("moved", "Networks/gone", "Networks/site")).ExitCode);
        Assert.Matches(@"(?m)^Networks/site +adopted", (await program.RunAsync("list")).Output);
        Assert.Matches(@"(?m)^Networks/web +moved to site", (await program.RunAsync("list", "--all")).Output);
    }

    [Fact, Trait("Feature", "J5")]
    public async Task Graph_IsMermaid_WithState()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run", "--only", "network", "tag");

        var graph = await program.RunAsync("graph");

        Assert.StartsWith("flowchart LR\n", graph.Output, StringComparison.Ordinal);
        Assert.Contains("""s0["network"]:::reuse""", graph.Output, StringComparison.Ordinal);
        Assert.Contains("""s5["firewall"]:::create""", graph.Output, StringComparison.Ordinal);
        Assert.Contains("s0 --> s2", graph.Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "A11")]
    public async Task Force_Only_Scope_Verbose_Json()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run", "--only", "server/web-1");

        var forced = await program.JsonAsync("run", "--only", "server/web-1", "--force", "server/web-1");
        Assert.Equal("Replaced", forced["steps"]!.AsArray().Single(step => step!["step"]!.ToString() == "server/web-1")!["resources"]![0]!["outcome"]!.ToString());
        var unknown = await program.RunAsync("run", "--only", "sever");
        Assert.Equal(4, unknown.ExitCode);
        Assert.Contains("has no step 'sever'", unknown.Error, StringComparison.Ordinal);
        Assert.Equal("[]", (await program.JsonAsync("list", "--scope", "other")).ToJsonString());
        Assert.Contains("the record names it", (await program.RunAsync("run", "--only", "tag", "--verbose")).Error, StringComparison.Ordinal);
        Assert.Equal("has no step 'sever'", Regex.Match((await program.JsonAsync("run", "--only", "sever"))["error"]!.ToString(), "has no step 'sever'").Value);
        Assert.Equal(2, (await program.RunAsync("run", "--parallel", "0")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("rum")).ExitCode);
        Assert.Contains("--refresh", (await program.RunAsync("plan", "--help")).Output, StringComparison.Ordinal);
        Assert.Contains("destroy", (await program.RunAsync("[suggest:0]", "")).Output.Split('\n'));
        Assert.Contains("server/web-2", (await program.RunAsync("[suggest:11]", "run --only ")).Output, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "E6")]
    public async Task CtrlC_FinishesWhatIsInFlight_RecordsIt_AndTheNextRunGoesOn()
    {
        await using var program = await WebProgram.OpenAsync();
        var post = program.Cloud.Faults.On("POST", "/v1/networks").Hold();
        using var process = program.Start("run");
        await post.Hit.WaitAsync(TestContext.Current.CancellationToken);
        Kill(process, "INT");
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken); // it has said that it stops
        post.Release();

        var stopped = await WebProgram.EndAsync(process);

        Assert.True(stopped.ExitCode == 130, stopped.ToString());
        Assert.Matches(@"network +created", stopped.Output);
        Assert.Matches(@"server/web-1 +not begun", stopped.Output);
        Assert.Equal(0, (await program.RunAsync("run")).ExitCode);
        Assert.Equal(1, program.Cloud.Count(CloudKind.Networks));
    }

    [Fact, Trait("Feature", "E6")]
    public async Task CtrlCTwice_CancelsWhatIsInFlight()
    {
        await using var program = await WebProgram.OpenAsync();
        var post = program.Cloud.Faults.On("POST", "/v1/networks").Hang();
        using var process = program.Start("run", "--only", "network");
        await post.Hit.WaitAsync(TestContext.Current.CancellationToken);
        Kill(process, "INT");
        await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        Kill(process, "INT");

        var stopped = await WebProgram.EndAsync(process);

        Assert.True(stopped.ExitCode == 130, stopped.ToString());
        Assert.Matches(@"network +cancelled", stopped.Output);
    }

    [Fact, Trait("Feature", "H1")]
    public async Task TwoProgramsAtOnce_OnOneRepository_MakeOneOfEach()
    {
        await using var program = await WebProgram.OpenAsync();

        var both = await Task.WhenAll(program.RunAsync("run"), program.RunAsync("run"));

        Assert.All(both, run => Assert.True(run.ExitCode == 0, run.ToString()));
        Assert.Equal(6, program.Cloud.Applied.Count);
        Assert.Equal(2, (await program.JsonAsync("history")).AsArray().Count);
    }

    [Fact, Trait("Feature", "H1")]
    public async Task TwoProgramsAtOnce_ThatShareNoRecords_MakeTwo()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        program.Cloud.HideFromListsUntil(new TaskCompletionSource().Task);

        var both = await Task.WhenAll(Forgetful(), Forgetful());

        Assert.All(both, run => Assert.True(run.ExitCode == 0, run.ToString()));
        Assert.Equal(2, program.Cloud.Count(CloudKind.Servers));
        Task<Screenful> Forgetful() => program.RunAsync([("SEMEL_FORGETS", "1")], "run", "--workflow", "many");
    }

    [Fact, Trait("Feature", "I7")]
    public async Task ADestroyThatWaits_SaysForWhat_AndHowLongStill()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        var sent = program.Cloud.Faults.On("POST", "/v1/certificates").HangAfterApplying();
        await program.KillAsync(sent.Hit, [], "run", "--workflow", "vault", "--parallel", "1");
        await program.RunAsync("resolve", "Certificates/web", "--created", program.Cloud.Live(CloudKind.Certificates).Single()["id"]!.ToString(), "--workflow", "vault");
        using var process = program.Start("destroy", "--yes", "--workflow", "vault");

        string? line;
        do line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.Contains("waiting", StringComparison.Ordinal));
        process.Kill();

        Assert.Matches(@"Certificates/web +waiting +\d+ s more: an earlier request for it may still arrive", line);
    }

    [Fact, Trait("Feature", "J1")]
    public async Task KilledBetweenReplyAndRecord_HistoryTellsIt_AndTheNextRunAdopts()
    {
        await using var program = await WebProgram.OpenAsync();

        var killed = await program.RunAsync("run", "--parallel", "1", "--die-after-post");
        Assert.Equal(137, killed.ExitCode);
        Assert.Contains("was killed", (await program.RunAsync("history")).Output, StringComparison.Ordinal);
        Assert.Equal(3, (await program.RunAsync("check")).ExitCode);

        // a list shows what was made at once here, so that nothing has to be waited for
        var next = await program.RunAsync("run");
        Assert.True(next.ExitCode == 0, next.ToString());
        Assert.Matches(@"server/web-1 +adopted", next.Output);
        Assert.Equal(2, program.Cloud.Count(CloudKind.Servers));
    }

    private static void Kill(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [Fact, Trait("Feature", "F1")]
    public async Task Refresh_TellsWhatChangedAndWhatIsGone_AndTheRecordKeepsIt()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");
        var same = await program.RunAsync("refresh");
        Assert.True(same.ExitCode == 0, same.ToString());
        Assert.Contains("Refreshed: unchanged 6", same.Output, StringComparison.Ordinal);
        var network = program.Cloud.Live(CloudKind.Networks).Single()["id"]!.ToString();
        using var http = program.Cloud.CreateClient();
        using var hand = new StringContent("""{"name":"web","description":"by hand"}""", System.Text.Encoding.UTF8, "application/json");
        await http.PutAsync(new Uri($"/v1/networks/{network}", UriKind.Relative), hand, TestContext.Current.CancellationToken);

        var changed = await program.RunAsync("refresh");

        Assert.True(changed.ExitCode == 0, changed.ToString());
        Assert.Matches("(?m)^    description: .* → \"by hand\" \\(changed on the API\\)", changed.Output);
        var json = await program.JsonAsync("refresh");
        Assert.Equal("by hand", (string?)json.AsArray().Single(resource => (string?)resource!["key"] == "Networks/web")!["attributes"]!["description"]);
        Assert.Equal("by hand", (string?)(await program.JsonAsync("show", "Networks/web"))["attributes"]!["description"]);

        program.Cloud.Remove(CloudKind.Networks, network);
        var young = await program.RunAsync("refresh");
        Assert.True(young.ExitCode == 3, young.ToString());
        Assert.Contains("younger than the list lag", young.Output, StringComparison.Ordinal); // unknown is not gone
    }

    [Fact, Trait("Feature", "F1")]
    public async Task Show_TellsTheLastAttributesOfWhatIsDeleted()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");
        await program.RunAsync("destroy", "--yes");

        var shown = await program.JsonAsync("show", "Networks/web");

        Assert.Equal(("deleted", "web"), ((string?)shown["state"], (string?)shown["attributes"]!["name"]));
    }
}

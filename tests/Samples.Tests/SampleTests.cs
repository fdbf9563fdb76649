using System.Diagnostics;
using System.Text.RegularExpressions;
using Semel.Package.Tests;
using Semel.Testing;

namespace Semel.Samples.Tests;

/// <summary>The samples as processes, and the README's examples as they stand in them.</summary>
public sealed class SampleTests
{
    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    [Fact]
    [Trait("Feature", "J1")]
    public async Task Web_FailsAtTheRange_IsFixed_IsRunAgain_AndThereIsExactlyOneOfEach()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await Command.RunAsync(folder.Path, "dotnet", Program("Web"));

        Assert.True(exitCode == 0, output);
        var counts = Regex.Matches(output, "the cloud counts: (.*)").Select(match => match.Groups[1].Value.Trim());
        Assert.Equal(
        [
            "networks 0, tags 1, servers 0, load balancers 0, firewalls 0; changes in this run: 1",
            "networks 1, tags 1, servers 2, load balancers 1, firewalls 1; changes in this run: 5",
            "networks 1, tags 1, servers 2, load balancers 1, firewalls 1; changes in this run: 0",
        ], counts);
        Assert.Matches("network +failed .*422", output);
        Assert.Equal(6, Regex.Count(output[output.IndexOf("Run 3:", StringComparison.Ordinal)..], " reused "));
        Assert.NotEmpty(Directory.GetFiles(folder.Path, "*.json", SearchOption.AllDirectories));
    }

    [Fact]
    [Trait("Feature", "J1")]
    public async Task Web_KilledBetweenReplyAndRecord_StillEndsWithExactlyOneOfEach()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await Command.RunAsync(folder.Path, "dotnet", Program("Web"), "--kill-after-post");

        Assert.True(exitCode == 0, output);
        Assert.Equal(4, Regex.Count(output, "the cloud counts: ")); // one run more, in the same command
        Assert.Contains("killed (exit code 137)", output, StringComparison.Ordinal);
        Assert.Matches("server/web-[12] +adopted", output);
        Assert.Contains("networks 1, tags 1, servers 2, load balancers 1, firewalls 1; changes in this run: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "A1")]
    public async Task First_RunTwice_GetsOne()
    {
        using var folder = new TemporaryFolder();
        await using var cloud = await CloudServer.StartAsync(new CloudOptions { Token = "secret-token" });
        var first = await Command.RunAsync(folder.Path, "dotnet", Program("First"), cloud.BaseAddress.ToString(), "secret-token");
        var second = await Command.RunAsync(folder.Path, "dotnet", Program("First"), cloud.BaseAddress.ToString(), "secret-token");

        Assert.StartsWith("Created", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("Reused", second.Output, StringComparison.Ordinal);
        Assert.Equal(1, cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A1")]
    public async Task Cloud_IsAServerForFirst_UntilCtrlC()
    {
        using var folder = new TemporaryFolder();
        // SIGINT as a terminal gives it, wherever the tests run
        using var cloud = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program("Cloud")]) { RedirectStandardOutput = true, WorkingDirectory = folder.Path })!;
        try
        {
            string[] said = [await LineAsync(), await LineAsync(), await LineAsync()];
            var (address, token) = (Regex.Match(said[0], @"^address +(http://\S+)$").Groups[1].Value, Regex.Match(said[1], @"^token +(\S+)$").Groups[1].Value);
            Assert.Equal("Ctrl-C ends it.", said[2]);

            Assert.StartsWith("Created", (await Command.RunAsync(folder.Path, "dotnet", Program("First"), address, token)).Output, StringComparison.Ordinal);
            Assert.StartsWith("Reused", (await Command.RunAsync(folder.Path, "dotnet", Program("First"), address, token)).Output, StringComparison.Ordinal);
            Assert.NotEqual(0, (await Command.RunAsync(Directory.CreateDirectory(Path.Combine(folder.Path, "other")).FullName, "dotnet", Program("First"), address, "another")).ExitCode);

            using var interrupt = Process.Start("kill", ["-INT", cloud.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await cloud.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, cloud.ExitCode);
        }
        finally
        {
            if (!cloud.HasExited) cloud.Kill();
        }

        async Task<string> LineAsync() => (await cloud.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
    }

    [Fact]
    [Trait("Feature", "D9")]
    public async Task Life_IsToldAsItIs()
    {
        using var folder = new TemporaryFolder();
        await using var cloud = await CloudServer.StartAsync(new CloudOptions { Token = "secret-token" });
        var (exitCode, output) = await Command.RunAsync(folder.Path, "dotnet", Program("Life"), cloud.BaseAddress.ToString(), "secret-token");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["announced staging", "Created staging", "Updated staging", "Reused the same", "Replaced another", "Deleted"],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["POST", "PUT", "DELETE", "POST", "DELETE"], cloud.Applied.Select(change => change.Method));
    }

    [Fact]
    [Trait("Feature", "J1")]
    public async Task DigitalOcean_IsProvisionedOnce_FromItsOwnDocument()
    {
        Specs.Require("digitalocean/bundled.json");
        using var folder = new TemporaryFolder();
        await using var api = await FakeDigitalOcean.StartAsync();
        var plan = await Command.RunAsync(folder.Path, "dotnet", Program("DigitalOcean"), "plan", "--refresh", "--api", api.Address);
        var first = await Command.RunAsync(folder.Path, "dotnet", Program("DigitalOcean"), "run", "--api", api.Address);
        var second = await Command.RunAsync(folder.Path, "dotnet", Program("DigitalOcean"), "run", "--api", api.Address);

        Assert.Contains("Plan: create 6", plan.Output, StringComparison.Ordinal);
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Contains("all was there already", second.Output, StringComparison.Ordinal);
        Assert.Equal(["droplets 2", "firewalls 1", "load_balancers 1", "tags 1", "vpcs 1"], api.Posts.Select(posts => $"{posts.Key} {posts.Value}").Order());
    }

    [Fact]
    [Trait("Feature", "J1")]
    public async Task DigitalOcean_WithoutItsDocument_SaysWhereToGetIt()
    {
        // a copy in a place from where no document is found
        var sample = Path.Combine(Repository.Root, "samples", "DigitalOcean");
        var copy = Directory.CreateDirectory(Path.Combine(sample, "obj", "without-document"));
        foreach (var file in Directory.GetFiles(sample).Where(file => Path.GetExtension(file) is ".cs" or ".csproj")) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)), overwrite: true);

        var built = await Command.RunAsync(copy.FullName, "dotnet", "build", "--no-dependencies", "-c", Configuration, "-v", "q");
        Assert.True(built.ExitCode == 0, built.Output);
        var (exitCode, output) = await Command.RunAsync(copy.FullName, "dotnet", Path.Combine("bin", Configuration, "net10.0", "Semel.Samples.DigitalOcean.dll"), "plan");

        Assert.Equal(2, exitCode);
        Assert.Contains("Get it at https://github.com/digitalocean/openapi", output, StringComparison.Ordinal);
        Assert.Contains("put it beside this project as bundled.json", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "A6")]
    public async Task HandWritten_RunTwice_GetsOneOfEach()
    {
        using var folder = new TemporaryFolder();
        await using var cloud = await CloudServer.StartAsync(new CloudOptions { Token = "secret-token" });
        string[] outcomes = ["Created", "Reused"];
        foreach (var outcome in outcomes)
        {
            var (exitCode, output) = await Command.RunAsync(folder.Path, "dotnet", Program("HandWritten"), cloud.BaseAddress.ToString(), "secret-token");
            Assert.True(exitCode == 0, output);
            Assert.Equal(
                [$"{outcome} Networks internal", $"{outcome} VolumesApi data", $"{outcome} Tags internal", "the tag is internal"],
                output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal(["/v1/networks", "/v1/volumes", "/v1/tags"], cloud.Mutations.Select(request => request.Path));
        Assert.True(cloud.Mutations[1].Headers.ContainsKey("Idempotency-Key"));
    }

    [Theory]
    [InlineData("First", "Program.cs", "first")]
    [InlineData("First", "WithContainer.cs", "container")]
    [InlineData("HandWritten", "Networks.cs", "partial")]
    [InlineData("HandWritten", "IVolumesApi.cs", "interface")]
    [InlineData("HandWritten", "Program.cs", "delegate")]
    [InlineData("Web", "WebSite.cs", "workflow")]
    public void Readme_ShowsWhatIsCompiled(string sample, string file, string region)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "samples", sample, file));
        var lines = Regex.Match(source, $@"#region {region}\n(.*?)\n *#endregion", RegexOptions.Singleline).Groups[1].Value.Split('\n');
        var indentation = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        var snippet = string.Join('\n', lines.Select(line => line.Length > 0 ? line[indentation..] : line));
        Assert.Contains(snippet, File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    private static string Program(string sample) =>
        Path.Combine(Repository.Root, "samples", sample, "bin", Configuration, "net10.0", $"Semel.Samples.{sample}.dll");

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("semel-sample-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>Every command with secrets in the input, old, new and refused: no screen, no record and no plan shows one. What is no secret is found in the same places, so that the search is known to see them.</summary>
[Trait("Feature", "G1")]
public sealed class SecretTests
{
    private static readonly string[] Secrets = ["canary-old-5b1e", "canary-new-77d0", "canary-refused-e2c4"];
    private const string Label = "shown-3f9a";

    private readonly List<(string What, string Text)> _seen = [];

    [Fact]
    public async Task NoCommand_ShowsASecret_NorIsOneKept()
    {
        await using var program = await WebProgram.OpenWorkerAsync();

        // made with the old secret; the certificate is killed on its way, and resolved
        var sent = program.Cloud.Faults.On("POST", "/v1/certificates").HangAfterApplying();
        Keep(program, "run, killed", await program.KillAsync(sent.Hit, [], Input(0, "run", "--parallel", "1", "--verbose")), 137);
        await SeeAsync(program, 0, 3, "check");
        await SeeAsync(program, 0, 1, "plan", "--refresh");
        await SeeAsync(program, 0, 0, "show", "Certificates/web");
        await SeeOnceAsync(program, 0, 0, "resolve", "--verbose", "Certificates/web", "--created", program.Cloud.Live(CloudKind.Certificates).Single()["id"]!.ToString());
        await SeeAsync(program, 0, 0, "run");
        foreach (var read in new string[][] { ["list"], ["show", "SecretServers/web-1"], ["history"], ["history", "SecretServers/web-1"], ["graph"], ["check"], ["sweep"], ["destroy", "--dry-run"] })
            await SeeAsync(program, 0, 0, read);

        // rotated: the server is replaced, which the API first refuses, repeating what it was sent
        program.Cloud.Faults.On("POST", "/v1/servers").Status(422, $$"""{ "id": "unprocessable_entity", "message": "user_data {{Secrets[2]}} is too short" }""");
        await SeeAsync(program, 2, 1, "plan");
        Keep(program, "plan of another label", await program.RunAsync("plan", "--only", "server", "--out", "changed.json", "--workflow", "vault", "--secret", Secrets[1], "--label", "other"), 0);
        await SeeOnceAsync(program, 2, 1, "run", "--only", "server", "--verbose");
        await SeeAsync(program, 1, 0, "plan", "--refresh", "--only", "server", "--out", "plan.json");
        await SeeOnceAsync(program, 1, 0, "run", "--only", "server", "--plan", "plan.json", "--verbose");
        await SeeAsync(program, 1, 0, "show", "SecretServers/web-1");
        Keep(program, "run in a terminal", await program.TypeAsync("", [], Input(1, "run", "--only", "server", "--force")), 0);
        await SeeAsync(program, 1, 3, "check", "--fix");

        // and the rest of the commands
        await SeeAsync(program, 1, 4, "adopt", "SecretServers/web-1", "1", "--name", "web-1");
        program.Cloud.AddDuplicates(CloudKind.Servers, program.Cloud.Live(CloudKind.Servers)[^1]["id"]!.ToString());
        await SeeOnceAsync(program, 1, 0, "sweep", "--delete", "--yes", "--max-share", "1", "--verbose");
        Keep(program, "destroy", await program.RunAsync([("SEMEL_LATER", "10")], Input(1, "destroy", "--yes", "--json", "--verbose")), 0); // what was in doubt can't arrive any more
        Keep(program, "run after it", await program.RunAsync([("SEMEL_LATER", "20")], Input(1, "run", "--only", "server", "--verbose")), 0);
        await SeeOnceAsync(program, 1, 0, "moved", "SecretServers/web-1", "SecretServers/web-2", "--json", "--verbose");
        await SeeAsync(program, 1, 0, "history");

        var files = Directory.GetFiles(program.Folder, "*", SearchOption.AllDirectories);
        foreach (var file in files) _seen.Add((Path.GetRelativePath(program.Folder, file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));

        Assert.Empty(_seen.Where(seen => Secrets.Any(secret => seen.Text.Contains(secret, StringComparison.Ordinal))).Select(seen => $"{seen.What}: {seen.Text}"));
        AssertTheSearchSees("show SecretServers/web-1", "plan of another label", "changed.json", ".semel");
        // they did reach the API
        Assert.All([Secrets[0], Secrets[1]], secret => Assert.Contains(program.Cloud.Requests, request => request.Body?.Contains(secret, StringComparison.Ordinal) == true));
    }

    /// <summary>What may be shown is found where it is to be expected.</summary>
    private void AssertTheSearchSees(params string[] places)
    {
        foreach (var place in places) Assert.Contains(_seen, seen => seen.What.StartsWith(place, StringComparison.Ordinal) && seen.Text.Contains(Label, StringComparison.Ordinal));
    }

    /// <summary>As lines and as JSON, each with all that is to be said.</summary>
    private async Task SeeAsync(WebProgram program, int secret, int exitCode, params string[] arguments)
    {
        await SeeOnceAsync(program, secret, exitCode, [.. arguments, "--verbose"]);
        await SeeOnceAsync(program, secret, exitCode, [.. arguments, "--json", "--verbose"]);
    }

    private async Task SeeOnceAsync(WebProgram program, int secret, int exitCode, params string[] arguments) =>
        Keep(program, string.Join(' ', arguments), await program.RunAsync(Input(secret, arguments)), exitCode);

    private void Keep(WebProgram program, string what, Screenful screen, int exitCode)
    {
        Assert.True(screen.ExitCode == exitCode, $"{what}: {screen}\n{string.Join('\n', program.Cloud.Requests.TakeLast(5))}");
        _seen.Add((what, screen.ToString()));
    }

    private static string[] Input(int secret, params string[] arguments) => [.. arguments, "--workflow", "vault", "--secret", Secrets[secret], "--label", Label];
}

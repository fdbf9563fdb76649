using System.Diagnostics;

namespace Semel.Corpus.Tests;

/// <summary>The README says that the tests which need the real documents are skipped where these are missing.</summary>
public sealed class BareCloneTests
{
    [Fact]
    public async Task WithoutTheDocuments_TheirTestsAreSkipped_AndNoneFails()
    {
        SpecsFolder.Require(); // without them, the run that this stands in is the proof
        var folder = Directory.CreateTempSubdirectory("semel-bare-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            string[] arguments = ["test", "Semel.Corpus.Tests.dll", "--filter", "FullyQualifiedName~.Fuzz.|FullyQualifiedName~.Labels.|FullyQualifiedName~.Models.|FullyQualifiedName~.Files."];
            using var run = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
            var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            var sum = output.Split('\n').LastOrDefault(line => line.Contains("Skipped:", StringComparison.Ordinal)) ?? output;

            Assert.True(run.ExitCode == 0, sum);
            Assert.Matches(@"Failed: +0,.*Skipped: +[1-9]\d", sum);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

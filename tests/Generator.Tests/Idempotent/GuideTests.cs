namespace Semel.Generator.Tests.Idempotent;

/// <summary>The creates that the guide shows compile as they stand there; an ellipsis is a body that is left out.</summary>
public sealed class GuideTests
{
    private const string Head = """
        #pragma warning disable CS1591, CS1998, CS9113
        using System; using System.Collections.Generic; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Semel; using Refit;
        namespace MyApp;
        public sealed record Bucket(string Id);
        public sealed record Droplet(long Id, string Name, IReadOnlyList<string> Tags);
        public sealed record DropletCreate(string Name, IReadOnlyList<string> Tags);

        """;

    [Theory]
    [InlineData("hand-written.md", 0, "{0}")]
    [InlineData("hand-written.md", 1, "public partial class Providers(SemelContext semel) {{ {0} private Task<string> EnsureCoreAsync(string name, string password) => null!; private Task<string?> FindAsync(string name) => null!; private Task UpdateAsync(string id, string password) => null!; }}")]
    [InlineData("refit.md", 0, "{0}")]
    [InlineData("refit.md", 1, "public interface IDropletsApi {{ {0} [Get(\"/v2/droplets/{{id}}\")] Task<Droplet> GetAsync(long id); [Get(\"/v2/droplets\")] Task<List<Droplet>> ListAsync(string tag); }}")]
    public void Create_Compiles(string page, int number, string around)
    {
        var blocks = Guide.BlocksOf(page).Where(block => block.Contains("Idempotent(", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, blocks.Count);
        var shown = blocks[number].Split("\nservices.")[0];
        var run = new IdempotentRun(Head + string.Format(System.Globalization.CultureInfo.InvariantCulture, around, shown), RefitStandIns.Source);
        Assert.True(run.Problems.Count == 0, string.Join("\n", run.Problems));
        Assert.Single(run.Files);
    }
}

using System.Text;
using Semel.Generator.Tests.Binding;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>The sample's document, broken at random from fixed seeds: the whole pipeline answers with errors of its own or with code that compiles, twice the same.</summary>
[Trait("Feature", "L6")]
public sealed class MutationTests
{
    private const int Mutants = 12;

    private static readonly string[] Odd = ["\t", "{", "}", "[", "]", ":", "- ", "'", "\"", "&a", "*a", "|", ">", "#", "!!int ", "\0", "\uFFFD", "<<: ", "null", "~", "---\n", "%", "\r", "$ref", "allOf"];

    [Fact]
    public void MutantsOfCharactersAndLines_NeverThrowNorBreakTheBuild()
    {
        Run(seed => Mutated(new Random(seed), CloudDocument.Yaml), "cloud.yaml");
    }

    [Fact]
    public void MutantsOfSubtrees_NeverThrowNorBreakTheBuild()
    {
        Run(seed => new Breaker(seed).Break(CloudDocument.Json), "cloud.json");
    }

    [Fact]
    public void WholeDocument_IsNoError()
    {
        var run = Generate("cloud.yaml", CloudDocument.Yaml);
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    private static void Run(Func<int, string> mutant, string name)
    {
        for (var count = 0; count < Mutants; count++)
        {
            var text = mutant(count);
            var first = Generate(name, text);
            Assert.True(first.Problems.Count == 0, $"Seed {count}: {string.Join("\n", first.Problems)}");
            var second = Generate(name, text, compile: false);
            Assert.Equal(first.Files, second.Files);
            Assert.Equal(first.All.Select(diagnostic => diagnostic.ToString()), second.All.Select(diagnostic => diagnostic.ToString()));
        }
    }

    private static RealRun Generate(string name, string text, bool compile = true) => RealRun.Generate(
        "using Semel;\nnamespace MyApp;\n" + string.Concat(CloudDocument.Collections.Select(path => $"[ExtensionModel(\"{name}\", \"/v1/{path}\")] internal sealed partial class C{path};\n")),
        compile, new MemoryText("/repo/" + name, text));

    private static string Mutated(Random random, string text)
    {
        var mutant = new StringBuilder(text);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var place = random.Next(mutant.Length);
            switch (random.Next(5))
            {
                case 0: mutant.Remove(place, Math.Min(random.Next(1, 40), mutant.Length - place)); break;
                case 1: mutant.Insert(place, Odd[random.Next(Odd.Length)]); break;
                case 2: mutant[place] = (char)random.Next(0, 256); break;
                case 3: DeleteLine(mutant, place); break;
                default: IndentLine(mutant, place, random.Next(1, 5)); break;
            }
        }

        return mutant.ToString();
    }

    private static void DeleteLine(StringBuilder text, int place)
    {
        var (start, end) = Line(text.ToString(), place);
        text.Remove(start, end - start);
    }

    private static void IndentLine(StringBuilder text, int place, int by) => text.Insert(Line(text.ToString(), place).Start, new string(' ', by));

    private static (int Start, int End) Line(string text, int place)
    {
        var start = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        var end = text.IndexOf('\n', place);
        return (start, end < 0 ? text.Length : end + 1);
    }
}

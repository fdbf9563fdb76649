using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>The generator of hand-written creates over the sources of a test.</summary>
internal sealed class IdempotentRun
{
    public static readonly string[] Stages = ["IdempotentDeclarations", "IdempotentModels", "IdempotentDiagnostics"];

    private GeneratorDriver _driver;

    public IdempotentRun(params IEnumerable<string> sources) : this(TestProject.Compilation(sources))
    {
    }

    public IdempotentRun(CSharpCompilation compilation)
    {
        Compilation = compilation;
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        _driver = CSharpGeneratorDriver.Create([new IdempotentGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options, driverOptions: options);
        Output = compilation;
        Go();
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>With the generated code.</summary>
    public Compilation Output { get; private set; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public string File => Files.Values.Single();

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Errors and warnings of the generator and of the compiler.</summary>
    public IReadOnlyList<string> Problems => [.. Diagnostics.Select(diagnostic => diagnostic.ToString()), .. TestProject.Problems(Output)];

    public void Edit(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        Compilation = edit(Compilation);
        Go();
    }

    public IReadOnlyList<IncrementalStepRunReason> Reasons(string stage) =>
        Result.TrackedSteps.TryGetValue(stage, out var steps) ? [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)] : [];

    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.SelectMany(stage => stage.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    public IEnumerable<object> TrackedValues =>
        Result.TrackedSteps.Where(stage => Stages.Contains(stage.Key)).SelectMany(stage => stage.Value).SelectMany(step => step.Outputs).Select(output => output.Value);

    private void Go()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
        Assert.Null(Result.Exception);
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Generator.Pipeline;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Pipeline;

/// <summary>The generator in a driver that tracks its steps, with a binder that the test knows.</summary>
internal sealed class Run
{
    private GeneratorDriver _driver;

    private Run(CSharpCompilation compilation, IEnumerable<AdditionalText> texts, BindText bind)
    {
        Compilation = compilation;
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        _driver = CSharpGeneratorDriver.Create([new SemelGenerator(bind).AsSourceGenerator()], texts, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, driverOptions: options);
        Output = null!;
        Go();
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>With the generated code.</summary>
    public Compilation Output { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static Run Of(string source, IEnumerable<AdditionalText> texts, BindText? bind = null) =>
        new(TestProject.Compilation(source), texts, bind ?? BindSmall);

    /// <summary>Every document describes one thing, whose type is named by the first line of the text.</summary>
    public static Model.ResourceModel BindSmall(Declarations.ModelDeclaration declaration, OpenedText document, OpenText open, CancellationToken cancellationToken) =>
        Make.Small(declaration.Name, document.Text.Lines[0].ToString()) with { Declaration = declaration, DocumentName = Path.GetFileName(document.Path) };

    public void Edit(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        Compilation = edit(Compilation);
        Go();
    }

    public void ReplaceText(AdditionalText old, AdditionalText now)
    {
        _driver = _driver.ReplaceAdditionalText(old, now);
        Go();
    }

    public void Add(AdditionalText text)
    {
        _driver = _driver.AddAdditionalTexts([text]);
        Go();
    }

    public void Remove(AdditionalText text)
    {
        _driver = _driver.RemoveAdditionalTexts([text]);
        Go();
    }

    /// <summary>Why each output of a named stage is there in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string stage) =>
        Result.TrackedSteps.TryGetValue(stage, out var steps) ? [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)] : [];

    public IEnumerable<IncrementalStepRunReason> AllReasons =>
        Result.TrackedSteps.Where(stage => Stages.Contains(stage.Key)).Concat(Result.TrackedOutputSteps)
            .SelectMany(stage => stage.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    public IEnumerable<(string Stage, object Value)> TrackedValues =>
        Result.TrackedSteps.Where(stage => Stages.Contains(stage.Key))
            .SelectMany(stage => stage.Value.SelectMany(step => step.Outputs).Select(output => (stage.Key, output.Value)));

    public static readonly string[] Stages =
        ["LocatedDeclarations", "Declarations", "Texts", "TextTable", "Selections", "Resources", "Project", "Documents", "Classes", "Diagnostics"];

    private void Go()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
        Assert.Null(Result.Exception);
    }
}

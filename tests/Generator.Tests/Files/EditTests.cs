using Microsoft.CodeAnalysis;
using Semel.Generator.Pipeline;
using Semel.Generator.Tests.Emit;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Files;

/// <summary>What the edit of one file of a document binds anew, and what a file costs that nothing reaches.</summary>
[Trait("Feature", "L4")]
public sealed class EditTests
{
    private const string Source = """
        using Semel;
        namespace MyApp;
        /// <summary>A.</summary>
        [ExtensionModel("api.yaml", "/things")] public sealed partial class Things;
        /// <summary>B.</summary>
        [ExtensionModel("api.yaml", "/others")] public sealed partial class Others;
        """;

    private static readonly Folder Document = Folder.Whole
        .With(Folder.Root, "paths:\n", "x-owner: {}\npaths:\n  /others: { $ref: paths/others.yaml }\n")
        .With("models/thing.yaml", "../api.yaml#/info/x-owner", "../api.yaml#/x-owner")
        .With("paths/others.yaml", "post:\n  requestBody: { content: { application/json: { schema: { $ref: ../models/other.yaml } } } }\n  responses: { '201': { description: '', content: { application/json: { schema: { $ref: ../models/other.yaml } } } } }\n")
        .With("models/other.yaml", "type: object\nproperties: { id: { type: string }, name: { type: string } }\n")
        .With("models/unrelated.yaml", "type: [broken");

    private readonly List<MemoryText> _texts = [.. Document.AsTexts()];

    private readonly Run _run;

    public EditTests() => _run = Run.Of(Source, _texts, ResourceStage.Binder());

    [Fact]
    public void DocumentOfManyFiles_CompilesClean_AndOpensWhatIsReached()
    {
        Assert.DoesNotContain(_run.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(TestProject.Problems(_run.Output));
        Assert.Equal(0, Text("models/unrelated.yaml").Opened);
        Assert.All(_texts.Where(text => text != Text("models/unrelated.yaml")), text => Assert.True(text.Opened > 0, text.Path));
    }

    [Fact]
    public void EditOfAFileThatNothingReaches_BindsNothing()
    {
        Edit("models/unrelated.yaml", "type: string");

        Assert.All(_run.Reasons("Resources"), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(_run.Reasons("Documents").Concat(_run.Reasons("Classes")), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void EditOfAFile_BindsWhatReachesIt()
    {
        Edit("models/attributes.yaml", "colour:\n  type: string\n  enum: [blue]\n");

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], _run.Reasons("Resources").OrderByDescending(reason => reason));
        Assert.Contains("\"blue\"", _run.Files["api.yaml.Models.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void EditsOneAfterTheOther_AreSeenEach()
    {
        Edit("models/unrelated.yaml", "type: string");
        Edit("models/attributes.yaml", "colour:\n  type: string\n  enum: [blue]\n");
        Edit("models/unrelated.yaml", "type: integer");
        Edit("models/attributes.yaml", "colour:\n  type: string\n  enum: [pink]\n");
        Assert.Contains("\"pink\"", _run.Files["api.yaml.Models.g.cs"], StringComparison.Ordinal);

        Edit("models/other.yaml", "type: object\nproperties: { id: { type: string }, shape: { type: string } }\n");
        Assert.Contains("Shape", _run.Files["api.yaml.Models.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsAdded_IsSeenWhereItWasMissing()
    {
        var missing = Text("models/attributes.yaml");
        _run.Remove(missing);
        Assert.Equal("SEM2003", Assert.Single(_run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Id);

        _run.Add(missing);
        Assert.DoesNotContain(_run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void ReachedTexts_ThatNobodyBound_AreEqualToNoOthers()
    {
        var (first, second) = (new TextTable([.. _texts]), new TextTable([.. _texts]));
        var reached = new ReachedTexts(first);
        Assert.True(reached.Equals(new(first)));
        Assert.False(reached.Equals(new(second)));

        reached.Bound();
        Assert.True(reached.Equals(new(second)));
        Assert.True(new ReachedTexts(second).Equals(reached));
    }

    [Theory]
    [InlineData("/repo/specs/")]
    [InlineData("C:\\repo\\specs\\")]
    [InlineData("")]
    public void Files_AreFoundWhereverTheFolderIs(string folder)
    {
        var texts = Document.AsTexts(folder).Select(text => new MemoryText(folder.Contains('\\', StringComparison.Ordinal) ? text.Path.Replace('/', '\\') : text.Path, text.GetText().ToString()));
        var run = Run.Of(Source, texts, ResourceStage.Binder());

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal(_run.Files, run.Files);
    }

    [Fact]
    public void FileWrittenWithOtherCapitals_IsFoundWhereItIsTheOnlyOne()
    {
        AdditionalText[] texts = [new MemoryText("/repo/Models/Pet.yaml", ""), new MemoryText("/repo/models/dog.yaml", ""), new MemoryText("/repo/models/DOG.yaml", "")];
        var table = new TextTable([.. texts]);

        Assert.Same(texts[0], table.Find("/repo/models/pet.yaml"));
        Assert.Same(texts[2], table.Find("/repo/x/../models/DOG.yaml"));
        Assert.Null(table.Find("/repo/models/Dog.yaml"));
    }

    private MemoryText Text(string name) => _texts.Single(text => text.Path == "/repo/" + name);

    private void Edit(string name, string text)
    {
        var now = new MemoryText("/repo/" + name, text);
        _run.ReplaceText(Text(name), now);
        _texts[_texts.IndexOf(Text(name))] = now;
    }
}

using Microsoft.CodeAnalysis;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Emit;
using Semel.Generator.Pipeline;

namespace Semel.Generator;

/// <summary>Writes model classes from OpenAPI documents. Only equatable records pass from stage to stage.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SemelGenerator : IIncrementalGenerator
{
    private readonly ResourceStage _resources;

    /// <summary>The generator as the compiler makes it.</summary>
    public SemelGenerator() : this(ResourceStage.Binder())
    {
    }

    internal SemelGenerator(BindText bind) => _resources = new(bind);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var located = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                DeclarationReader.AttributeName,
                static (node, _) => DeclarationReader.IsCandidate(node),
                static (declaration, cancellationToken) => DeclarationReader.Read(declaration, cancellationToken))
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName("LocatedDeclarations");
        var declarations = located
            .Select(static (declaration, _) => declaration.Declaration)
            .WithTrackingName("Declarations");
        var texts = context.AdditionalTextsProvider
            .Where(static text => DocumentSelector.IsDocument(text))
            .WithTrackingName("Texts");
        var table = texts
            .Collect()
            .Select(static (texts, _) => new TextTable(texts))
            .WithTrackingName("TextTable");
        var selections = declarations
            .Combine(table)
            .Select(static (pair, _) => DocumentSelector.Select(pair.Left, pair.Right))
            .WithTrackingName("Selections");
        var resources = selections
            .Select(_resources.Bind)
            .WithTrackingName("Resources");
        var project = resources
            .Collect()
            .Select(static (bound, cancellationToken) => DocumentLinker.Link(bound, cancellationToken))
            .WithTrackingName("Project");
        var documents = project.SelectMany(static (linked, _) => linked.Documents).WithTrackingName("Documents");
        var classes = project.SelectMany(static (linked, _) => linked.Classes.Where(static model => model.Declaration.IsPartial)).WithTrackingName("Classes");
        var wholes = project.SelectMany(static (linked, _) => linked.Wholes.Where(static model => model.Declaration.IsPartial)).WithTrackingName("Wholes");
        var diagnostics = project
            .Combine(located.Collect())
            .SelectMany(static (pair, _) => LocatedDeclaration.Resolve(pair.Left.Diagnostics, pair.Right))
            .WithTrackingName("Diagnostics");

        var report = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ReportOption.IsSet(options))
            .Combine(project)
            .Select(static (pair, _) => pair.Left ? pair.Right : null)
            .WithTrackingName("Report");

        context.RegisterSourceOutput(documents, static (output, document) =>
            output.AddSource(document.HintName, DocumentEmitter.Emit(document, output.CancellationToken).ToSourceText()));
        context.RegisterSourceOutput(classes, static (output, model) =>
            output.AddSource(model.HintName, ModelClassEmitter.Emit(model, output.CancellationToken).ToSourceText()));
        context.RegisterSourceOutput(wholes, static (output, model) =>
            output.AddSource(model.HintName, WholeEmitter.Emit(model, output.CancellationToken).ToSourceText()));
        context.RegisterSourceOutput(report, static (output, project) =>
        {
            if (project is not null) output.AddSource(ReportEmitter.HintName, ReportEmitter.Emit(project).ToSourceText());
        });
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}

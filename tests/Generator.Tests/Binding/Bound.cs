using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Binds declarations to documents.</summary>
internal static class Bound
{
    public static readonly LocationInfo AttributeLocation = new("Models.cs", new TextSpan(10, 5), new LinePositionSpan(new(1, 0), new(1, 5)));

    public static readonly DeclaredOverrides NoOverrides = new(null, null, null, null, null, null, null, null);

    public static ModelDeclaration Declaration(string path, DeclaredOverrides? overrides = null, string document = "api.json") => new(
        "App", "Things", "public", [], document, path, overrides ?? NoOverrides, new ConstructorModel(true, null, null), [], AttributeLocation);

    public static ResourceModel Model(string json, string path = "/things", DeclaredOverrides? overrides = null) =>
        Model(SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), path, overrides);

    public static ResourceModel Model(SpecDocument document, string path, DeclaredOverrides? overrides = null) =>
        ResourceBinder.Bind(Declaration(path, overrides), document, CancellationToken.None);

    /// <summary>A model that must have been bound without an error.</summary>
    public static ResourceModel Valid(string json, string path = "/things", DeclaredOverrides? overrides = null)
    {
        var model = Model(json, path, overrides);
        Assert.True(model.Facts is not null, string.Join("\n", model.Diagnostics));
        return model;
    }

    public static OperationModel Operation(this ResourceModel model, OperationKind kind) => Assert.Single(model.Operations, operation => operation.Kind == kind);

    public static bool Has(this ResourceModel model, OperationKind kind) => model.Operations.Any(operation => operation.Kind == kind);

    public static ObjectModel Object(this ResourceModel model, string? identity) =>
        Assert.IsType<ObjectModel>(Assert.Single(model.Types, type => type.Identity == identity));

    public static ObjectModel Resource(this ResourceModel model) => model.Object(model.Facts!.Resource);

    public static PropertyModel Property(this ObjectModel type, string name) => Assert.Single(type.Properties, property => property.JsonName == name);

    public static DiagnosticInfo Diagnostic(this ResourceModel model, string id) => Assert.Single(model.Diagnostics, diagnostic => diagnostic.Id == id);

    /// <summary>Line and column as people count them.</summary>
    public static (int Line, int Column) At(this DiagnosticInfo diagnostic) =>
        (diagnostic.Location!.Lines.Start.Line + 1, diagnostic.Location.Lines.Start.Character + 1);
}

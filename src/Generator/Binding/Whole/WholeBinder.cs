using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A declaration without a path selects every resource of its document: what is created, and can be found again. What is left
/// out is reported where it stands, as information: nobody has asked for it by name.
/// </summary>
internal sealed class WholeBinder(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken)
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<ResourceModel> _resources = [];

    public static ResourceModel Bind(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken) =>
        new WholeBinder(declaration, files, cancellationToken).Bind();

    private ResourceModel Bind()
    {
        var name = RelativePath.FileName(files.Root.Path);
        if (DocumentCheck.Accepts(files.Root, _diagnostics) && DeclarationCheck()) BindAll();
        var errors = files.Errors;
        var diagnostics = errors.Count > 0 ? errors.ToEquatableArray() : _diagnostics.ToArray();
        var hasErrors = diagnostics.Any(diagnostic => diagnostic.IsError);
        return new ResourceModel(declaration, name, Facts: null, [], [], diagnostics) { Resources = hasErrors ? [] : _resources.ToEquatableArray() };
    }

    private bool DeclarationCheck()
    {
        foreach (var name in declaration.Overrides.OfOneResource()) _diagnostics.Add(DiagnosticCatalogue.OverrideOfOneResource, declaration.Location, name);
        return !_diagnostics.HasErrors;
    }

    private void BindAll()
    {
        // what is wrong on the way is met again by the binding of the resource
        var references = new References(files, new DiagnosticBag());
        var paths = new PathTable(files.Root, references);
        foreach (var create in Creates.Of(paths, references)) Bind(create);
        if (_resources.Count == 0) _diagnostics.Add(DiagnosticCatalogue.NoResource, files.Root.Root.Location, RelativePath.FileName(files.Root.Path));
    }

    private void Bind(Create create)
    {
        var model = ResourceBinder.Bind(declaration.Of(create.Path, ResourceNames.Of(create.Path)), files, cancellationToken);
        if (model.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error) LeaveOut(create, error.Text, error.Location == declaration.Location ? null : error.Location);
        else if (ResourceRule.Problem(model) is { } problem) LeaveOut(create, problem, null);
        else _resources.Add(model);
    }

    private void LeaveOut(Create create, string reason, LocationInfo? location) =>
        _diagnostics.Add(DiagnosticCatalogue.ResourceLeftOut, location ?? create.Location, $"{create.Method} {create.Path}", reason);
}

using Semel.Generator.Binding.Api;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// A declaration without a path selects its whole document: a resource is what is created and can be found again, and the other operations
/// are plain calls in groups. What is no resource is said where it stands, as information: nobody has asked for it by name.
/// </summary>
internal sealed class WholeBinder(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken)
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly DocumentReading _reading = new(files);
    private List<(Create Create, ResourceBinding Binding, ResourceModel Begun)> _begun = [];

    public static ResourceModel Bind(ModelDeclaration declaration, DocumentFiles files, CancellationToken cancellationToken) =>
        new WholeBinder(declaration, files, cancellationToken).Bind();

    private string Name => RelativePath.FileName(files.Root.Path);

    private ResourceModel Bind()
    {
        var model = new ResourceModel(declaration, Name, Facts: null, [], [], []);
        if (DocumentCheck.Accepts(files.Root, _diagnostics) && DeclarationCheck()) model = BindAll(model);
        var errors = files.Errors;
        var diagnostics = errors.Count > 0 ? errors.ToEquatableArray() : _diagnostics.ToArray();
        return diagnostics.Any(diagnostic => diagnostic.IsError) ? model with { Resources = [], Groups = [], Diagnostics = diagnostics } : model with { Diagnostics = diagnostics };
    }

    private bool DeclarationCheck()
    {
        foreach (var name in declaration.Overrides.OfOneResource()) _diagnostics.Add(DiagnosticCatalogue.OverrideOfOneResource, declaration.Location, name);
        return !_diagnostics.HasErrors;
    }

    private ResourceModel BindAll(ResourceModel model)
    {
        // what is wrong on the way is met again by the binding of the resource
        var references = new References(_reading, new DiagnosticBag());
        var paths = new PathTable(files.Root, references);
        foreach (var create in Creates.Of(paths, references))
        {
            List<Located> places = [.. create.Places(paths, references)];
            var ignored = DocumentOverrides.Read(places, new DiagnosticBag()).Ignore;
            if (ignored is null && UndoingRule.Reason(create.Method, places[0]) is { } undoing) LeaveOut(create, undoing, null);
            else Begin(create, places[0], ignored);
        }

        var (resources, owners) = Finish();
        var binder = new GroupBinder(declaration, _reading, cancellationToken);
        var groups = binder.Bind(paths, (method, path) => owners.Of(method, path) is not null).ToEquatableArray();
        foreach (var diagnostic in binder.Diagnostics) _diagnostics.Add(diagnostic);
        if (resources.Count == 0) _diagnostics.Add(DiagnosticCatalogue.NoResource, files.Root.Root.Location, Name);
        return model with { Resources = resources, Groups = groups, Api = ApiReader.Read(files.Root, references, resources.Concat(groups).SelectMany(part => part.Operations)) };
    }

    /// <summary>What cannot be finished, for an operation beside a resource's own is broken, is left out, and its operations may be another's.</summary>
    private (EquatableArray<ResourceModel> Resources, Owners Owners) Finish()
    {
        while (true)
        {
            var owners = new Owners(_begun.Select(begun => (begun.Binding, begun.Begun)));
            var finished = _begun.ConvertAll(begun => begun.Binding.Finish(operation => owners.Of(operation.Method, operation.Path) == begun.Binding));
            if (finished.TrueForAll(resource => resource.Facts is not null)) return (finished.ToEquatableArray(), owners);
            var kept = _begun.Where((_, index) => finished[index].Facts is not null).Select(begun => begun.Create).ToList();
            for (var i = 0; i < _begun.Count; i++)
            {
                if (finished[i].Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error) LeaveOut(_begun[i].Create, error.Text, error.Location);
            }

            // a binding is finished once
            _begun = kept.ConvertAll(create => (Create: create, Binding: New(create))).ConvertAll(begun => (begun.Create, begun.Binding, begun.Binding.Begun));
        }
    }

    private ResourceBinding New(Create create) => new(declaration.Of(create.Path, ResourceNames.Of(create.Path)), _reading, cancellationToken);

    /// <param name="create">The place.</param>
    /// <param name="operation">The operation there.</param>
    /// <param name="ignored">What the document says of it: that it is no resource, that it is one, or nothing.</param>
    private void Begin(Create create, Located operation, bool? ignored)
    {
        if (ignored == true)
        {
            LeaveOut(create, $"the document says so by {OverrideNames.Ignore}", null);
            return;
        }

        var binding = New(create);
        var model = binding.Begun;
        if (model.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error) LeaveOut(create, error.Text, error.Location == declaration.Location ? null : error.Location);
        else if (ignored is null && ResourceRule.Problem(model) is { } problem) LeaveOut(create, problem, null);
        else if (ignored is null && TyingRule.Says(operation, model)) LeaveOut(create, "its operation says that it ties together what is there, and nothing shows one again", null);
        else _begun.Add((create, binding, model));
    }

    private void LeaveOut(Create create, string reason, LocationInfo? location) =>
        _diagnostics.Add(DiagnosticCatalogue.ResourceLeftOut, location ?? create.Location, $"{create.Method} {create.Path}", reason);
}

using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>The operations that a declaration names: <c>GET /v2/vpcs/{vpc_id}</c>, or the path alone where one method is meant.</summary>
internal sealed class DeclaredOperations(BindingContext context)
{
    private static readonly string[] Updates = ["PUT", "PATCH", "POST"];

    private static readonly (string Name, string[] Methods)[] Kinds = [("Read", ["GET"]), ("List", ["GET"]), ("Update", Updates), ("Delete", ["DELETE", "POST"])];

    /// <summary>Null where none is declared, where it is declared that there is none, and where there is none of that name: reported.</summary>
    public SpecOperation? Find(string name, string? declared)
    {
        if (declared is null || declared.Trim().Length == 0) return null;
        var methods = Kinds.First(kind => kind.Name == name).Methods;
        var space = declared.IndexOf(' ');
        var (method, path) = space < 0 ? (null, declared) : (declared.Substring(0, space).ToUpperInvariant(), declared.Substring(space + 1).Trim());
        var there = context.Paths.Contains(path) ? context.Operations.Read(path, context.Paths.Item(path)!).Where(operation => methods.Contains(operation.Method)).ToList() : [];
        var found = methods.Where(one => method is null || method == one).Select(one => there.Find(operation => operation.Method == one)).FirstOrDefault(operation => operation is not null);
        if (found is { Problem: { } problem }) Report(name, declared, $"operation that can be called, since {problem}", "");
        else if (found is null) Report(name, declared, $"{string.Join(", ", methods)} of '{context.DocumentName}'", Nearest.Suggestion(Nearest.To(path, context.Paths.All.Where(other => HasOne(other, methods)))));
        return found is { Problem: null } ? found : null;
    }

    /// <summary>The item that the declared operations address, by the declared parameter, or by the last one of its path.</summary>
    public (string Path, string Parameter)? Item(params SpecOperation?[] declared)
    {
        foreach (var operation in declared.OfType<SpecOperation>())
        {
            var parameters = operation.Parameters.Where(parameter => parameter.Place == Model.ParameterPlace.Path).Select(parameter => parameter.Name).ToList();
            var last = PathTable.Segments(operation.Path).Select(PathTable.Parameter).LastOrDefault(parameter => parameter is not null);
            if (context.Overrides.IdParameter is not { } wanted)
            {
                if (last is not null) return (operation.Path, last);
            }
            else if (IdPath.Parts(wanted).All(parameters.Contains))
            {
                return (operation.Path, wanted);
            }
            else
            {
                Report("IdParameter", wanted, $"parameter of {operation}", Nearest.Suggestion(Nearest.To(wanted, parameters)));
                return null;
            }
        }

        return null;
    }

    private bool HasOne(string path, string[] methods) =>
        context.References.Resolve(context.Paths.Item(path)!) is { } item && Array.Exists(methods, method => item.Get(method.ToLowerInvariant()) is not null);

    private void Report(string name, string value, string what, string suggestion) =>
        context.Diagnostics.Add(DiagnosticCatalogue.OperationNotFound, context.PlaceOf(name), name, value, what, suggestion);
}

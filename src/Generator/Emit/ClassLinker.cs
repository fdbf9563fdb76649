using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Rewrites what one declaration was bound to with final names.</summary>
internal static class ClassLinker
{
    public static ClassModel Link(BoundResource resource, TypeLinker types, HintNames hints)
    {
        var model = resource.Model;
        var hint = hints.Take(DeclarationNames.Full(model.Declaration));
        var body = Body(model, types);
        var hasError = body is null || model.Diagnostics.Any(diagnostic => diagnostic.IsError);
        return new(hint, model.Declaration, model.DocumentName, body, hasError ? ErrorOf(model) : null) { Api = model.Api };
    }

    public static GroupModel LinkGroup(ResourceModel group, TypeLinker types)
    {
        var scope = new NameScope([group.Declaration.Name]);
        return new(group.Declaration, group.Operations.Select(operation => LinkOperation(operation, scope, types)).ToEquatableArray());
    }

    private static ClassBody? Body(ResourceModel model, TypeLinker types)
    {
        if (model.Facts is not { } facts || types.Properties(facts.Resource) is null) return null;
        var create = model.Operations.FirstOrDefault(operation => operation.Kind == OperationKind.Create);
        if (create is null || (create.Body is not null && types.Properties(create.Body.Identity) is null)) return null;
        var scope = new NameScope([model.Declaration.Name, "ResolveAsync", "MoveAsync", "AdoptAsync", "EnsureSetAsync", "RefreshAsync"]);
        var operations = model.Operations
            .OrderBy(operation => operation.Kind)
            .Select(operation => LinkOperation(operation, scope, types))
            .ToEquatableArray();
        return new(facts, types.Link(new TypeReference(TypeKind.Object, facts.Resource)), operations, KeyLinker.Link(create.Body, facts.NaturalKey, operations.First(operation => operation.Kind == OperationKind.Create).Parameters, types));
    }

    private static OperationModel LinkOperation(OperationModel operation, NameScope methods, TypeLinker types)
    {
        var names = new NameScope(ReservedNames.OfParameters(operation.Kind));
        return operation with
        {
            Name = methods.Take(operation.Name, "Async"),
            Parameters = operation.Parameters
                .Select(parameter => parameter with { Name = names.Take(parameter.Name), Type = types.Link(parameter.Type) })
                .ToEquatableArray(),
            Content = operation.Content is not { } content ? null : content with { Files = content.Files.Select(file => file with { Name = names.Take(file.Name) }).ToEquatableArray() },
            Errors = operation.Errors.Select(error => error with { Type = types.Link(error.Type) }).ToEquatableArray(),
            Body = operation.Body is null ? null : types.Link(operation.Body),
            Response = operation.Response is null ? null : types.Link(operation.Response),
        };
    }

    public static string ErrorOf(ResourceModel model) =>
        model.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError)?.Message
        ?? $"The declaration of {model.Declaration.Name} has an error; see the build's messages.";
}

using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Makes operation models: parameters, bodies and replies as types.</summary>
internal sealed class OperationBinder(SchemaReader reader, SchemaBinder binder, DiagnosticBag diagnostics)
{
    /// <summary>The operation in its part; null where it has to be left out, which is reported.</summary>
    public OperationModel? Bind(SpecOperation operation, OperationPart part)
    {
        if (Problem(operation) is { } problem)
        {
            diagnostics.Add(DiagnosticCatalogue.OperationLeftOut, operation.KeyLocation, operation.Method, operation.Path, problem);
            return null;
        }

        var body = part.Body ?? (operation.Body is { } place ? reader.Read(place) : null);
        var node = operation.Place.Node;
        return new OperationModel(
            part.Kind, part.Name, operation.Method, operation.Path,
            Parameters(operation, part.TypeName),
            body is null ? null : binder.Bind(body, part.TypeName + "Request"), body is not null && operation.BodyRequired,
            part.IsReplyKnown ? part.Reply : Reply(operation, part.TypeName), part.Envelope, part.Paging,
            node.Get("deprecated").IsTrue(), Prose.Clean(node.Get("summary").AsString()), Prose.Clean(node.Get("description").AsString()));
    }

    private TypeReference? Reply(SpecOperation operation, string typeName) =>
        !operation.Reply.HasJson ? null
        : operation.Reply.Schema is { } schema ? binder.Bind(reader.Read(schema), typeName + "Reply")
        : new TypeReference(TypeKind.Json);

    private string? Problem(SpecOperation operation)
    {
        if (operation.Problem is not null) return operation.Problem;
        var unsendable = operation.Parameters.FirstOrDefault(parameter => parameter.Required && !IsSendable(parameter));
        return unsendable is null ? null : $"its parameter '{unsendable.Name}' is neither a simple value nor a list of them";
    }

    private EquatableArray<ParameterModel> Parameters(SpecOperation operation, string typeName)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return operation.Parameters.Where(IsSendable).Select(parameter => new ParameterModel(
            parameter.Name, Unique(Words.Camel(parameter.Name), taken), parameter.Place!.Value,
            Type(parameter, typeName + Words.Pascal(parameter.Name)),
            parameter.Required, parameter.Deprecated, Prose.Clean(parameter.Description))
        { Separator = parameter.Separator }).ToEquatableArray();
    }

    /// <summary>What says nothing of its type is a text: there is no other way to write it into an address.</summary>
    private TypeReference Type(SpecParameter parameter, string suggestion)
    {
        var text = new TypeReference(TypeKind.String);
        if (parameter.Schema is not { } place) return text;
        var schema = reader.Read(place);
        if (schema.Kind == SchemaKind.Any) return text;
        return schema.Kind == SchemaKind.List && reader.Items(schema) is not { Kind: not SchemaKind.Any }
            ? new TypeReference(TypeKind.List, Item: text)
            : binder.Bind(schema, suggestion) with { HasNulls = false };
    }

    /// <summary>Optional parameters that are objects are not offered.</summary>
    private bool IsSendable(SpecParameter parameter)
    {
        if (parameter.Schema is not { } place) return true;
        var schema = reader.Read(place);
        var value = schema.Kind == SchemaKind.List ? reader.Items(schema) : schema;
        return value is null || value.IsScalar || value.Kind == SchemaKind.Any;
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++) unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return unique;
    }
}

using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Inference.Paging;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Makes operation models: parameters, bodies and replies as types.</summary>
/// <param name="reader">Reads schemas.</param>
/// <param name="binder">Makes types of them.</param>
/// <param name="references">Follows references.</param>
/// <param name="diagnostics">Takes what is left out.</param>
/// <param name="secrets">What is declared to be secret.</param>
internal sealed class OperationBinder(SchemaReader reader, SchemaBinder binder, References references, DiagnosticBag diagnostics, IReadOnlyList<string> secrets)
{
    private readonly ContentBinder _contents = new(reader, binder);
    private readonly SecretsRule _secrets = new(reader, secrets);
    private readonly OtherListRule _lists = new(reader, references, diagnostics);

    /// <summary>The operation in its part; null where it has to be left out, which is reported.</summary>
    public OperationModel? Bind(SpecOperation operation, OperationPart part)
    {
        if (Problem(operation, part) is { } problem) return LeaveOut(operation, problem);
        var (body, content, sent, contentProblem) = Body(operation, part);
        if (contentProblem is not null) return LeaveOut(operation, contentProblem);
        if (part.Kind == OperationKind.Other && _lists.Find(operation) is { } list) part = part with { IsReplyKnown = true, Reply = binder.Bind(list.Item, part.TypeName + "Item"), Envelope = list.Path, Paging = list.Paging };
        var (response, reply) = part.IsReplyKnown ? (part.Reply, null) : operation.Method == "HEAD" ? (null, null) : _contents.Reply(operation.Reply, part.TypeName);
        var node = operation.Place.Node;
        return new OperationModel(
            part.Kind, part.Name, operation.Method, operation.Path,
            Parameters(operation, part.TypeName),
            body, body is not null && operation.BodyRequired,
            response, part.Envelope, part.Paging,
            node.Get("deprecated").IsTrue(), Prose.Clean(node.Get("summary").AsString()), Prose.Clean(node.Get("description").AsString()))
        {
            Content = content,
            Reply = reply,
            Server = operation.Server,
            Secrets = sent is not null && part.Kind == OperationKind.Other ? _secrets.Find([sent], []) : [],
        };
    }

    private (TypeReference? Body, RequestContent? Content, Schema? Sent, string? Problem) Body(SpecOperation operation, OperationPart part)
    {
        var (body, content, fields, problem) = operation.Content is { } media ? _contents.Request(media, part.TypeName) : default;
        var json = part.Body ?? (operation.Body is { } place ? reader.Read(place) : null);
        return json is null ? (body, content, fields, problem) : (binder.Bind(json, part.TypeName + "Request"), content, json, problem);
    }

    private OperationModel? LeaveOut(SpecOperation operation, string problem)
    {
        diagnostics.Add(DiagnosticCatalogue.OperationLeftOut, operation.KeyLocation, operation.Method, operation.Path, problem);
        return null;
    }

    private string? Problem(SpecOperation operation, OperationPart part)
    {
        if (operation.CallProblem is not null || part.Kind == OperationKind.Other) return operation.CallProblem;
        if (operation.Problem is not null && !(operation.IsUpload && part.Kind == OperationKind.Create)) return operation.Problem;
        // a record keeps the values of a resource's path as texts
        var unsendable = operation.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && !IsText(parameter));
        return unsendable is null ? null : $"its parameter '{unsendable.Name}' in the path of a resource is neither a simple value nor a list of them";
    }

    private EquatableArray<ParameterModel> Parameters(SpecOperation operation, string typeName)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return operation.Parameters.Select(Model).ToEquatableArray();

        ParameterModel Model(SpecParameter parameter)
        {
            var (name, type) = (Unique(Words.Camel(parameter.Name), taken), Type(parameter, typeName + Words.Pascal(parameter.Name)));
            var constant = Constant(parameter, type);
            return new(parameter.Name, name, parameter.Place, type, parameter.Required, parameter.Deprecated, Describe(parameter, constant))
            {
                Constant = constant,
                Writing = parameter.Writing,
            };
        }
    }

    /// <summary>What is required and has one value only is not asked for: <c>api-version</c>.</summary>
    private string? Constant(SpecParameter parameter, TypeReference type) =>
        parameter is { Required: true, Place: not ParameterPlace.Path, Schema: { } place, Writing.Style: WritingStyle.Simple or WritingStyle.Form }
        && type.Kind is TypeKind.String or TypeKind.Enum && reader.Read(place).Values is { Count: 1 } only ? only[0] : null;

    /// <summary>A default is documented, not sent: the API may change it. That of a secret may be somebody's, and is not repeated.</summary>
    private string? Describe(SpecParameter parameter, string? constant)
    {
        var text = Prose.Clean(parameter.Description);
        if (constant is null && new SecretsRule(reader).IsSecret(parameter.Name, parameter.Schema is { } place ? reader.Read(place) : null)) return text;
        if ((constant ?? parameter.Default) is not { Length: > 0 } value || (text is not null && Phrases.HasAny(text, "default", "defaults"))) return text;
        return (text is null ? "" : text + "\n\n") + $"Where it is left out: `{value.Replace('`', '\'')}`.";
    }

    /// <summary>What says nothing of its type is a text: there is no other way to write it into an address.</summary>
    private TypeReference Type(SpecParameter parameter, string suggestion)
    {
        var text = new TypeReference(TypeKind.String);
        if (parameter.Schema is not { } place) return text;
        var schema = reader.Read(place);
        if (parameter.Writing.Style == WritingStyle.Json) return binder.Bind(schema, suggestion);
        if (schema.Kind == SchemaKind.Any) return text;
        return schema.Kind == SchemaKind.List && reader.Items(schema) is not { Kind: not SchemaKind.Any }
            ? new TypeReference(TypeKind.List, Item: text)
            : binder.Bind(schema, suggestion) with { HasNulls = false };
    }

    private bool IsText(SpecParameter parameter)
    {
        if (parameter.Writing.Style is WritingStyle.Label or WritingStyle.Matrix or WritingStyle.Json) return false;
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

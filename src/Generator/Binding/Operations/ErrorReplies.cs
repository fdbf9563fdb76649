using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>The models of an operation's errors: schemas that have a name of their own, and <see cref="InlineErrors"/>.</summary>
internal sealed class ErrorReplies(References references, IDialect dialect, SchemaReader reader, SchemaBinder binder)
{
    public EquatableArray<ErrorReply> Of(SpecOperation operation)
    {
        if (references.Get(operation.Place, "responses") is not { } replies) return [];
        var hasSuccess = replies.Node.Members().Any(entry => IsClass(entry.Key, '2'));
        return replies.Node.Members()
            .Where(entry => IsClass(entry.Key, '4') || IsClass(entry.Key, '5') || (entry.Key == "default" && hasSuccess))
            .Select(entry => (Status: entry.Key.ToUpperInvariant() is var key && key == "DEFAULT" ? "default" : key, Type: Type(operation, replies.Under(entry.Key, entry.Value))))
            .Where(reply => reply.Type is not null)
            .Select(reply => new ErrorReply(reply.Status, reply.Type!))
            .ToEquatableArray();
    }

    private TypeReference? Type(SpecOperation operation, Located reference)
    {
        if (references.Resolve(reference) is not { } reply || dialect.Reply(operation.Place, reply).Schema is not { } place) return null;
        if (Read(place) is not { } model) return null;
        if (model.Types is not { } types) return binder.Bind(reader.Read(place), "Error");
        binder.Include(types);
        return model.Error;
    }

    /// <summary>A broken model of an error is none: it must not spoil the resource, which doesn't need it. One is looked at once, wherever it is named.</summary>
    private ErrorShape? Read(Located place) =>
        references.Reading.ErrorsNamed.TryGetValue(place.Node, out var known) ? known : references.Reading.ErrorsNamed[place.Node] = ReadNew(place);

    private ErrorShape? ReadNew(Located place)
    {
        var problems = new DiagnosticBag();
        var probe = new SchemaReader(new References(references.Reading, problems), problems, CancellationToken.None);
        var schema = probe.Read(place);
        if (schema.Kind != SchemaKind.Object) return null;
        return references.Reading.Errors.TryGetValue(schema.Pointer, out var known) ? known : references.Reading.Errors[schema.Pointer] = Shape(schema, probe, problems);
    }

    private static ErrorShape? Shape(Schema schema, SchemaReader probe, DiagnosticBag problems)
    {
        var types = new SchemaBinder(probe, new TypeNames());
        var error = types.Bind(schema, InlineErrors.Name(schema));
        if (problems.HasErrors) return null;
        if (ComponentPointer.Find(schema.Pointer) is not null) return new(error, null);
        if (schema.Properties.Count == 0) return null;
        var (inline, all) = new InlineErrors(types.Types).Of(error);
        return new(inline, all);
    }

    private static bool IsClass(string status, char first) => status.Length == 3 && status[0] == first;
}

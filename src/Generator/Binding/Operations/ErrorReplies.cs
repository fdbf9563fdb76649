using Semel.Generator.Binding.Dialects;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>
/// The models of an operation's errors. Only schemas that have a name of their own get one: they are shared by the whole document, and what
/// stands in one operation alone would be another type for each.
/// </summary>
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
        if (!IsWhole(place, place.Pointer)) return null;
        var schema = reader.Read(place);
        return schema.Kind == SchemaKind.Object && ComponentPointer.Find(schema.Pointer) is not null ? binder.Bind(schema, "Error") : null;
    }

    /// <summary>A broken model of an error is none: it must not spoil the resource, which doesn't need it.</summary>
    private bool IsWhole(Located place, string pointer)
    {
        if (references.Reading.WholeErrors.TryGetValue(pointer, out var known)) return known;
        var problems = new DiagnosticBag();
        var probe = new SchemaReader(new References(references.Reading, problems), problems, CancellationToken.None);
        new SchemaBinder(probe, new TypeNames()).Bind(probe.Read(place), "Error");
        return references.Reading.WholeErrors[pointer] = !problems.HasErrors;
    }

    private static bool IsClass(string status, char first) => status.Length == 3 && status[0] == first;
}

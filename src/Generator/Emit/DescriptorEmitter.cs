using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the descriptor: what the runtime has to know about the resource.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceWriter writer, ClassModel model, ClassBody body, MemberNames members)
    {
        if (model.Error is { } error)
        {
            // everything that the class does asks for it
            writer.Line($"private static global::Semel.ResourceDescriptor {members.Descriptor} => throw new global::System.InvalidOperationException({Literals.String(error)});");
            return;
        }

        writer.Open($"private static readonly global::Semel.ResourceDescriptor {members.Descriptor} = new()");
        foreach (var (property, value) in Entries(model, body))
        {
            if (value is not null) writer.Line($"{property} = {value},");
        }

        writer.Close(";");
    }

    private static IEnumerable<(string Property, string? Value)> Entries(ClassModel model, ClassBody body)
    {
        var (facts, create) = (body.Facts, body.Find(OperationKind.Create)!);
        var (read, delete) = (body.Find(OperationKind.Read), body.Find(OperationKind.Delete));
        yield return ("Model", Literals.String(model.Declaration.RecordName));
        yield return ("Guarantee", Member("Guarantee", facts.Guarantee));
        yield return ("CreatePath", Literals.String(create.Path));
        yield return ("CreateMethod", create.Method == "PUT" ? "global::System.Net.Http.HttpMethod.Put" : null);
        yield return ("CreateEnvelope", Text(create.ResponseEnvelope));
        yield return ("Id", Literals.String(facts.Id));
        yield return ("IdInReply", Text(IdInReply(facts, create)));
        yield return ("IdInRequest", Text(facts.IdInRequest));
        yield return ("ReplyIsList", facts.ReplyIsList ? "true" : null);
        yield return ("ReplyIsResource", facts.ReplyIsResource ? null : "false");
        yield return ("IdParameter", Text(facts.IdParameter));
        yield return ("ReadPath", Text(read?.Path));
        yield return ("ReadEnvelope", Text(read?.ResponseEnvelope));
        yield return ("ReadShowsId", facts.ReadShowsId ? null : "false");
        yield return ("DeletePath", Text(delete?.Path));
        yield return ("Update", facts.Update is { } update ? DescriptorValues.Update(update) : null);
        yield return ("List", List(body));
        yield return ("Servers", Servers(body));
        yield return ("InputParameters", facts.InputParameters.Count == 0 ? null : Texts(facts.InputParameters));
        yield return ("CarriedParameters", facts.CarriedParameters.Count == 0 ? null : Texts(facts.CarriedParameters));
        yield return ("NameInRequest", body.Key is { IsOfSeveral: true } && facts.NameInResource is null ? null : Text(facts.NaturalKey));
        yield return ("NameInResource", Text(facts.NameInResource));
        yield return ("Marker", facts.Marker is { } marker ? DescriptorValues.Marker(marker) : null);
        yield return ("IdempotencyKey", facts.IdempotencyKey is { } key ? DescriptorValues.Key(key) : null);
        yield return ("Operation", facts.Operation is { } operation ? DescriptorValues.Operation(operation) : null);
        yield return ("Ready", facts.Ready is { } ready ? DescriptorValues.Ready(ready) : null);
        yield return ("IfNoneMatch", facts.IfNoneMatch ? "true" : null);
        yield return ("Gone", facts.Gone is { } gone ? $"new({Literals.String(gone.Property)}, {Texts(gone.Values)})" : null);
        yield return ("InputProperties", List(facts.Input.Properties));
        yield return ("Sets", List(facts.Input.Sets));
        yield return ("Maps", List(facts.Input.Maps));
        yield return ("Enumerations", List(facts.Input.Enumerations));
        yield return ("Secrets", facts.Secrets.Count == 0 ? null : Texts(facts.Secrets));
        yield return ("Errors", ErrorModels.Of(body.Operations));
        yield return ("OwnsSet", facts is { IsSet: true, OwnsSet: true } ? "true" : null);
        foreach (var entry in Declared(model.Declaration.Overrides, canDelete: delete is not null)) yield return entry;
    }

    private static IEnumerable<(string Property, string? Value)> Declared(DeclaredOverrides overrides, bool canDelete)
    {
        yield return ("Verify", Member("Verify", overrides.Verify));
        yield return ("OnExists", Member("OnExists", overrides.OnExists));
        yield return ("OnDrift", Member("OnDrift", overrides.OnDrift == "Replace" && !canDelete ? "Update" : overrides.OnDrift)); // of a whole document
        yield return ("ReplaceOrder", Member("ReplaceOrder", overrides.ReplaceOrder));
        yield return ("SecretWrites", Member("SecretWrites", overrides.SecretWrites));
        yield return ("IgnoreChanges", List(overrides.IgnoreChanges ?? []));
        yield return ("OwnedSets", List(overrides.OwnedSets ?? []));
        yield return ("OnFailed", Member("OnFailed", overrides.OnFailed));
        yield return ("LookFirst", overrides.LookFirst == false ? "false" : null);
    }

    private static string? List(ClassBody body)
    {
        if (body.Find(OperationKind.List) is not { Response: not null } list) return null;
        var paging = list.Paging is null ? "" : ", " + PagingValue.Of(list.Paging);
        var filter = body.Facts.NameFilter is { } name ? $", NameFilter: {Literals.String(name)}" : "";
        return $"new({Literals.String(list.Path)}, {Literals.String(list.ResponseEnvelope)}{paging}{filter})";
    }

    private static string? Servers(ClassBody body)
    {
        var own = body.Operations.Where(operation => operation is { Kind: not OperationKind.Other, Server: not null }).ToList();
        return own.Count == 0
            ? null
            : $"new global::System.Collections.Generic.Dictionary<string, string> {{ {string.Join(", ", own.Select(operation => $"[{Literals.String(operation.Method + " " + operation.Path)}] = {Literals.String(operation.Server!.Url)}"))} }}";
    }

    /// <summary>With the envelope, unlike the id in the resource.</summary>
    private static string? IdInReply(ResourceFacts facts, OperationModel create) =>
        facts.IdInReply is null || create.ResponseEnvelope is null ? facts.IdInReply : create.ResponseEnvelope + "." + facts.IdInReply;

    private static string? List(EquatableArray<string> values) => values.Count == 0 ? null : Texts(values);

    private static string Texts(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Literals.String))}]";

    private static string? Text(string? value) => value is null ? null : Literals.String(value);

    private static string? Member(string type, string? name) => name is null ? null : DescriptorValues.Member(type, name);
}

using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the creates: one that takes the instance's name, one that reads it from the request.</summary>
internal static class CreateEmitter
{
    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, MemberNames members, EquatableArray<string> declared)
    {
        create = create with { BodyRequired = true };
        var path = create.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).ToList();
        if (create.Body is not null && body.Key is { } key) ByKey(writer, create, body, path, key);
        ByInstance(writer, create, body, path, members);
        if (body.Find(OperationKind.Read) is not null && !declared.Contains("ResolveAsync")) Resolve(writer, create, path, members);
    }

    private static void ByKey(SourceWriter writer, OperationModel create, ClassBody body, List<ParameterModel> path, NaturalKey key)
    {
        var (summary, remarks) = OperationEmitter.Describe(create, ", once: the request's " + Property(key) + " names the instance");
        var within = path.Count == 0 ? [] : new[] { $"The instance is {Property(key)}, within its {string.Join(" and ", path.Select(Code))}." };
        new MethodWriter(writer, create).With(path).WithBody().Signature(Returns(body), summary, [.. remarks, .. within]);
        writer.Open().Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        var name = key.Expression;
        if (key.MayBeNull)
        {
            var message = $"The request's {key.Property} names the instance and is null; set it, or pass the instance's name.";
            name += $"\n    ?? throw new global::System.ArgumentException({Literals.String(message)}, nameof(request))";
        }

        writer.Line($"var instance = {name};");
        string[] arguments = [.. path.Select(parameter => Literals.Identifier(parameter.Name)), "instance", "request", "cancellationToken"];
        writer.Line($"return {create.Name}({string.Join(", ", arguments)});").Close();
    }

    private static void ByInstance(SourceWriter writer, OperationModel create, ClassBody body, List<ParameterModel> path, MemberNames members)
    {
        var inferred = create.Body is not null && body.Key is not null;
        var (summary, remarks) = OperationEmitter.Describe(inferred ? create with { Description = null } : create, ", once per instance");
        var unique = path.Count == 0 ? "" : $", unique within its {string.Join(" and ", path.Select(Code))}";
        var method = new MethodWriter(writer, create).With(path).With("string", "instance", $"Names the resource in this program{unique}.");
        method.WithBody().Signature(Returns(body), summary, remarks);
        var request = create.Body is null ? $"{CSharpType.Codec(body.Resource)}.Read(new global::System.Text.Json.Nodes.JsonObject())" : "request";
        writer.Indented($"=> {members.Client}.CreateAsync(instance, {request}, {OperationEmitter.PathArguments(path)}, cancellationToken);");
    }

    private static void Resolve(SourceWriter writer, OperationModel create, List<ParameterModel> path, MemberNames members)
    {
        var resolve = create with { Name = "ResolveAsync", Body = null };
        new MethodWriter(writer, resolve).With(path)
            .With("string", "instance", "The instance whose create stopped with <see cref=\"global::Semel.IndeterminateException\"/>.")
            .With("string?", "createdId", "The id of what it created, as found by a person; null: it created nothing, and the next run may create.")
            .Signature("global::System.Threading.Tasks.Task", "Ends the doubt about a create whose reply was lost.");
        writer.Indented($"=> {members.Client}.ResolveAsync(instance, createdId, {OperationEmitter.PathArguments(path)}, cancellationToken);");
    }

    private static string Returns(ClassBody body) =>
        $"global::System.Threading.Tasks.Task<global::Semel.Ensured<{body.Resource.Identity}>>";

    private static string Property(NaturalKey key) => $"<c>{Literals.XmlText(key.Property)}</c>";

    private static string Code(ParameterModel parameter) => $"<c>{Literals.XmlText(parameter.JsonName)}</c>";
}

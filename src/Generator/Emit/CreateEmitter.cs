using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the creates: one that takes the instance's name, one that reads it from the request; each with and without options.</summary>
internal static class CreateEmitter
{
    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, MemberNames members)
    {
        create = create with { BodyRequired = true };
        var instance = InstanceArgument.Of(create, body);
        if (create.Body is not null && body.Key is { } key) ByKey(writer, create, body, instance, key);
        ByInstance(writer, create, body, instance, members);
    }

    private static void ByKey(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, NaturalKey key)
    {
        var path = instance.Parents;
        var (summary, remarks) = OperationEmitter.Describe(create, ", once: the request's " + Property(key) + " names the instance");
        var within = path.Count == 0 ? [] : new[] { $"The instance is {Property(key)}, within its {instance.Within}." };
        var plain = new MethodWriter(writer, create).With(path).WithBody();
        plain.Signature(Returns(body), summary, [.. remarks, .. within]);
        string[] parents = [.. path.Select(parameter => Literals.Identifier(parameter.Name))];
        writer.Indented($"=> {create.Name}({string.Join(", ", [.. parents, "request", $"new {Options(body)}()", "cancellationToken"])});");
        WithOptions(new MethodWriter(writer, create).With(path).WithBody(), body, plain);
        writer.Open().Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        var name = key.Expression;
        if (key.MayBeNull)
        {
            var message = $"The request's {key.Property} names the instance and is null; set it, or pass the instance's name.";
            name += $"\n    ?? throw new global::System.ArgumentException({Literals.String(message)}, nameof(request))";
        }

        writer.Line($"var instance = {name};");
        writer.Line($"return {create.Name}({string.Join(", ", [.. parents, "instance", "request", "options", "cancellationToken"])});").Close();
    }

    private static void ByInstance(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members)
    {
        var isRepeated = create.Body is not null && body.Key is not null;
        var once = instance.Parameter is { } chosen ? $", once per <c>{Literals.XmlText(chosen.JsonName)}</c>" : ", once per instance";
        var (summary, remarks) = OperationEmitter.Describe(isRepeated ? create with { Description = null } : create, once);
        var plain = Method();
        plain.Signature(Returns(body), summary, remarks);
        Call("");
        WithOptions(Method(), body, plain);
        Call("options, ");

        MethodWriter Method() => instance.AddTo(new MethodWriter(writer, create).With(instance.Parents), "Names the resource in this program").WithBody();

        void Call(string options)
        {
            var request = create.Body is null ? $"{CSharpType.Codec(body.Resource)}.Read(new global::System.Text.Json.Nodes.JsonObject())" : "request";
            writer.Indented($"=> {members.Client}.CreateAsync({instance.Text}, {request}, {OperationEmitter.PathArguments(instance.Parents)}, {options}cancellationToken);");
        }
    }

    private static void WithOptions(MethodWriter method, ClassBody body, MethodWriter plain) =>
        method.With(Options(body), "options", "An earlier name, when it is ready, what follows, whether to make it anew.").SignatureLike(plain, Returns(body));

    private static string Options(ClassBody body) => $"global::Semel.CreateOptions<{body.Resource.Identity}>";

    private static string Returns(ClassBody body) =>
        $"global::System.Threading.Tasks.Task<global::Semel.Ensured<{body.Resource.Identity}>>";

    private static string Property(NaturalKey key) => $"<c>{Literals.XmlText(key.Property)}</c>";
}

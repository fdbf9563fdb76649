using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the creates whose instance is named by the request, or by a parameter of its query.</summary>
internal sealed class CreateByKey(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, NaturalKey key, MemberNames members)
{
    private readonly IReadOnlyList<ParameterModel> _others = [.. CreateCall.Others(create).Select(parameter => parameter.JsonName == key.Parameter?.JsonName && parameter.Place == ParameterPlace.Query ? key.Parameter : parameter)];

    private string Property => key.Parameter is { } parameter ? $"the query's <c>{Literals.XmlText(parameter.JsonName)}</c>" : $"the request's <c>{Literals.XmlText(key.Property)}</c>";

    public void Emit()
    {
        var (summary, remarks) = OperationEmitter.Describe(create, $", once: {Property} names the instance");
        var named = key.Parameter is null ? $"<c>{Literals.XmlText(key.Property)}</c>" : Property;
        var within = instance.Parents.Count == 0 ? [] : new[] { $"The instance is {named}, within its {instance.Within}." };
        var plain = Method().With(_others);
        plain.Signature(CreateCall.Returns(body), summary, [.. remarks, .. within]);
        writer.Indented($"=> {create.Name}({Arguments([], $"new {CreateCall.Options(body)}()")});");
        var full = CreateCall.WithOptions(Method(), _others, body).SignatureLike(plain, CreateCall.Returns(body));
        if (create.Body is null) CreateCall.Emit(full, create with { Parameters = [.. create.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path), .. _others] }, body, instance, members, key.Expression, "options");
        else ByRequest(full);
    }

    private MethodWriter Method() => new MethodWriter(writer, create).With(instance.Parents).WithBody();

    private void ByRequest(SourceWriter writer)
    {
        writer.Open().Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        var name = key.Expression;
        if (key.MayBeNull)
        {
            var message = $"The request's {key.Property} names the instance and is null; set it, or pass the instance's name.";
            name += $"\n    ?? throw new global::System.ArgumentException({Literals.String(message)}, nameof(request))";
        }

        writer.Line($"var instance = {name};");
        writer.Line($"return {create.Name}({Arguments(["instance"], "options")});").Close();
    }

    /// <summary>What the other create takes, in the order in which it is declared there.</summary>
    private string Arguments(IEnumerable<string> named, string options)
    {
        // the create by its instance has the parameter as the document has it, and so maybe later
        var target = named.Any() ? CreateCall.Others(create) : _others;
        return string.Join(", ",
        [
            .. Names(instance.Parents), .. named, .. Files(required: true), .. create.Body is null ? [] : new[] { "request" },
            .. Names(target.Where(RequestEmitter.IsRequired)), options, .. Files(required: false), .. Names(target.Where(parameter => !RequestEmitter.IsRequired(parameter))), "cancellationToken",
        ]);
    }

    private IEnumerable<string> Files(bool required) => (create.Content?.Files ?? []).Where(file => file.Required == required).Select(file => Literals.Identifier(file.Name));

    private static IEnumerable<string> Names(IEnumerable<ParameterModel> parameters) => parameters.Select(parameter => Literals.Identifier(parameter.Name));
}

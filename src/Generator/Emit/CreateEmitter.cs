using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the creates: one that takes the instance's name, one that reads it from the request; each with and without options.</summary>
internal static class CreateEmitter
{
    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, MemberNames members)
    {
        create = create with { BodyRequired = true };
        var instance = InstanceArgument.Of(create, body);
        var isByKey = body.Key is { } key && (create.Body is not null || key.Parameter is not null);
        if (isByKey) new CreateByKey(writer, create, body, instance, body.Key!, members).Emit();
        // without a request, the name of the instance and the text in the query that names it could not be told apart
        if (!isByKey || create.Body is not null) ByInstance(writer, create, body, instance, members, isByKey);
    }

    private static void ByInstance(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members, bool isRepeated)
    {
        var once = instance.Parameter is { } chosen ? $", once per <c>{Literals.XmlText(chosen.JsonName)}</c>" : ", once per instance";
        var (summary, remarks) = OperationEmitter.Describe(isRepeated ? create with { Description = null } : create, once);
        var others = CreateCall.Others(create);
        var plain = Method().With(others);
        plain.Signature(CreateCall.Returns(body), summary, remarks);
        CreateCall.Emit(writer, create, body, instance, members, instance.Text, null);
        CreateCall.WithOptions(Method(), others, body).SignatureLike(plain, CreateCall.Returns(body));
        CreateCall.Emit(writer, create, body, instance, members, instance.Text, "options");

        MethodWriter Method() => instance.AddTo(new MethodWriter(writer, create).With(instance.Parents), "Names the resource in this program").WithBody();
    }
}

using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes what makes a set under a parent what is wanted.</summary>
internal static class SetEmitter
{
    private const string Name = "EnsureSetAsync";

    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, MemberNames members, EquatableArray<string> declared)
    {
        if (!body.Facts.IsSet || declared.Contains(Name)) return;
        var instance = InstanceArgument.Of(create, body);
        var method = new MethodWriter(writer, create with { Name = Name, Body = null }).With(instance.Parents).With(Wanted(create, instance), "wanted", Described(create, instance));
        method.Signature(
            "global::System.Threading.Tasks.Task<global::Semel.EnsuredSet>",
            $"Makes what is under {instance.Within} what is wanted, in every run: what is missing is added, what is wanted no more is removed.",
            body.Facts.OwnsSet ? "The set is ours alone: what others added is removed." : "What others added stays.");
        writer.Indented($"=> {members.Client}.{Name}(wanted, {OperationEmitter.PathArguments(instance.Parents)}, cancellationToken);");
    }

    /// <summary>Bodies; where the client chooses the address, the ids with their bodies, if they have one.</summary>
    private static string Wanted(OperationModel create, InstanceArgument instance) => (instance.Parameter, create.Body) switch
    {
        (null, { } request) => $"global::System.Collections.Generic.IEnumerable<{CSharpType.Name(request)}>",
        (_, { } request) => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {CSharpType.Name(request)}>",
        _ => "global::System.Collections.Generic.IEnumerable<string>",
    };

    private static string Described(OperationModel create, InstanceArgument instance) => (instance.Parameter, create.Body) switch
    {
        (null, _) => "The bodies of the creates, one for each.",
        ({ } chosen, null) => $"Each <c>{Literals.XmlText(chosen.JsonName)}</c>.",
        ({ } chosen, _) => $"The bodies of the creates, by <c>{Literals.XmlText(chosen.JsonName)}</c>.",
    };
}

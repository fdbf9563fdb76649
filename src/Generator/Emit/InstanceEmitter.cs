using Semel.Generator.Binding.Inference;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes what people do with an instance beside creating it: end a doubt, give it another name.</summary>
internal static class InstanceEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, MemberNames members, EquatableArray<string> declared)
    {
        var instance = InstanceArgument.Of(create, body);
        if (!declared.Contains("ResolveAsync")) Resolve(writer, create, body, instance, members);
        if ((body.Find(OperationKind.Read) ?? body.Find(OperationKind.List)) is not null && !declared.Contains("RefreshAsync")) Refresh(writer, create, body, instance, members);
        if (instance.Parameter is not null) return; // a resource at an address that the client chose can't be called otherwise
        if (!declared.Contains("MoveAsync")) Move(writer, create, instance, members);
        if (!declared.Contains("AdoptAsync")) Adopt(writer, create, body, instance, members);
    }

    private static void Resolve(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members)
    {
        var method = new MethodWriter(writer, create with { Name = "ResolveAsync", Body = null }).With(instance.Parents);
        method = instance.Parameter is { } chosen
            ? method.With(chosen)
            : method.With("string", "instance", "The instance whose create stopped with <see cref=\"global::Semel.IndeterminateException\"/>.");
        var carried = Carried(create, body);
        method.With("string?", "createdId", $"The id of what it created, as found by a person{Made(body)}; null: it created nothing, and the next run may create.")
            .With(carried)
            .Signature(Task, "Ends the doubt about a create whose reply was lost.");
        writer.Indented($"=> {members.Client}.ResolveAsync({instance.Text}, createdId, {Arguments(create, instance, carried)}, cancellationToken);");
    }

    private static void Refresh(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members)
    {
        var carried = Carried(create, body);
        instance.AddTo(new MethodWriter(writer, create with { Name = "RefreshAsync", Body = null }).With(instance.Parents), "The instance to read")
            .With(carried)
            .Signature("global::System.Threading.Tasks.Task<global::Semel.Refreshed>", "Reads the recorded resource by its id and records what the API shows; one that is gone keeps its last attributes.");
        writer.Indented($"=> {members.Client}.RefreshAsync({instance.Text}, {Arguments(create, instance, carried)}, cancellationToken);");
    }

    /// <summary>What the resource is read with.</summary>
    private static List<ParameterModel> Carried(OperationModel create, ClassBody body) =>
        [.. CreateCall.Others(create).Where(parameter => body.Facts.CarriedParameters.Contains(parameter.JsonName))];

    private static string Made(ClassBody body) => body.Facts.IdParameter is { } names && IdPath.Parts(names) is { Count: > 1 } parts
        ? $", made by <see cref=\"global::Semel.CompositeId\"/> of {string.Join(" and ", parts.Select(part => $"<c>{Literals.XmlText(part)}</c>"))}"
        : "";

    private static string Arguments(OperationModel create, InstanceArgument instance, List<ParameterModel> carried) => carried.Count == 0
        ? OperationEmitter.PathArguments(instance.Parents)
        : RequestEmitter.Request(create with { Body = null, Content = null, Reply = null }, [.. instance.Parents, .. carried]);

    private static void Adopt(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members)
    {
        var carried = Carried(create, body);
        new MethodWriter(writer, create with { Name = "AdoptAsync", Body = null }).With(instance.Parents)
            .With("string", "instance", "The instance that it is from now on.")
            .With("string", "existingId", "The id of the resource" + Made(body) + ".")
            .With("string?", "existingName", "The name that it has to show; null: it has to carry the instance's marker.")
            .With(carried)
            .Signature(Task, "Records a resource that exists already, and that this program did not make, as an instance of it.");
        writer.Indented($"=> {members.Client}.AdoptAsync(instance, existingId, existingName, {Arguments(create, instance, carried)}, cancellationToken);");
    }

    private static void Move(SourceWriter writer, OperationModel create, InstanceArgument instance, MemberNames members)
    {
        new MethodWriter(writer, create with { Name = "MoveAsync", Body = null }).With(instance.Parents)
            .With("string", "from", "The instance it was recorded under.")
            .With("string", "to", "The instance it is from now on.")
            .Signature(Task, "Renames an instance: the resource and its id stay, its record moves.");
        writer.Indented($"=> {members.Client}.MoveAsync(from, to, {OperationEmitter.PathArguments(instance.Parents)}, cancellationToken);");
    }
}

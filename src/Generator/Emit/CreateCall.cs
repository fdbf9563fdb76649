using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>What the creates of a class have in common: what they return, their options, and the call of the runtime.</summary>
internal static class CreateCall
{
    public static string Returns(ClassBody body) =>
        $"global::System.Threading.Tasks.Task<global::Semel.Ensured<{body.Resource.Identity}>>";

    public static string Options(ClassBody body) => $"global::Semel.CreateOptions<{body.Resource.Identity}>";

    /// <summary>The parameters beside those of the path.</summary>
    public static IReadOnlyList<ParameterModel> Others(OperationModel create) => [.. create.Parameters.Where(parameter => parameter.Place != ParameterPlace.Path)];

    /// <summary>The options stand between what is required and what is not.</summary>
    public static MethodWriter WithOptions(MethodWriter method, IEnumerable<ParameterModel> others, ClassBody body) =>
        method.With(others).With(Options(body), "options", "An earlier name, when it is ready, what follows, whether to make it anew.");

    /// <summary>A create of JSON with nothing but a path is called with its parts; any other as the request that it is.</summary>
    public static void Emit(SourceWriter writer, OperationModel create, ClassBody body, InstanceArgument instance, MemberNames members, string name, string? options)
    {
        var others = Others(create);
        if (others.Count == 0 && create.Content is null)
        {
            var request = create.Body is null ? $"{CSharpType.Codec(body.Resource)}.Read(new global::System.Text.Json.Nodes.JsonObject())" : "request";
            writer.Indented($"=> {members.Client}.CreateAsync({name}, {request}, {OperationEmitter.PathArguments(instance.Parents)}, {(options is null ? "" : options + ", ")}cancellationToken);");
            return;
        }

        var sent = RequestEmitter.Request(create, [.. instance.Parents, .. others]);
        writer.Indented($"=> {members.Client}.CreateAsync(\n    {name},\n    {sent.Replace("\n", "\n    ")},\n    {options ?? $"new {Options(body)}()"},\n    cancellationToken);");
    }
}

using Semel.Generator.Model;

namespace Semel.Generator.Emit.Idempotent;

/// <summary>Writes a type's idempotent creates: each is one call of the runtime.</summary>
internal static class IdempotentEmitter
{
    private const string Call = "global::Semel.CreateOrGetExtensions";

    public static SourceWriter Emit(IdempotentModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var writer = GeneratedCode.Begin();
        if (model.Namespace.Length > 0) writer.Line($"namespace {Literals.Namespace(model.Namespace)};").Line();
        if (model.Decorator is { } decorator)
        {
            DecoratorEmitter.Emit(writer, decorator);
            return writer;
        }

        foreach (var header in model.Headers) writer.Open(header);
        foreach (var create in model.Creates)
        {
            writer.Gap().Line(GeneratedCode.Attribute);
            Create(writer, create);
        }

        for (var i = 0; i < model.Headers.Count; i++) writer.Close();
        return writer;
    }

    public static void Create(SourceWriter writer, IdempotentCreate create)
    {
        if (create.Error is { } error)
        {
            writer.Line(create.Header).Indented($"=> throw new global::System.InvalidOperationException({Literals.String(error)});");
            return;
        }

        writer.Open(create.Header);
        foreach (var local in create.Locals) writer.Line(local);
        var (before, after) = create.Returns switch
        {
            CreateReturns.EnsuredTask or CreateReturns.Task => ("return ", ";"),
            CreateReturns.EnsuredValueTask => ($"return new global::System.Threading.Tasks.ValueTask<global::Semel.Ensured<{create.Type}>>(", ");"),
            CreateReturns.ValueInTask => ($"return {Call}.ValueAsync(", ");"),
            CreateReturns.ValueInValueTask => ($"return new global::System.Threading.Tasks.ValueTask<{create.Type}>({Call}.ValueAsync(", "));"),
            CreateReturns.ValueTask => ("return new global::System.Threading.Tasks.ValueTask(", ");"),
            _ => throw new InvalidOperationException(create.Returns.ToString()),
        };
        var options = string.Join("\n", create.Options.Select(option => Deeper(option) + ","));
        writer.Line($"{before}{Call}.CreateOrGetAsync<{create.Type}>(")
            .Indented($"{string.Join(",\n", create.Arguments)},\nnew global::Semel.CreateOrGetOptions<{create.Type}>\n{{\n{options}\n}},\n{create.Token}){after}")
            .Close();
    }

    private static string Deeper(string text) => string.Join("\n", text.Split('\n').Select(line => line.Length > 0 ? "    " + line : line));
}

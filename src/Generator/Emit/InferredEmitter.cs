using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the attribute that says what was inferred, and why.</summary>
internal static class InferredEmitter
{
    private static readonly string[] Values = ["Read", "List", "Update", "Delete", "Id", "IdParameter", "Key", "Marker", "IdempotencyKey"];

    public static void Emit(SourceWriter writer, ClassBody body)
    {
        var create = body.Find(OperationKind.Create)!;
        writer.Line($"[global::Semel.InferredResource({Literals.String(create.Method + " " + create.Path)}, {DescriptorValues.Member("Guarantee", body.Facts.Guarantee)},");
        foreach (var fact in body.Facts.Inferred.Where(fact => Values.Contains(fact.Name))) writer.Line($"    {fact.Name} = {Literals.String(fact.Value)},");
        writer.Line("    Reasons =").Line("    [");
        writer.Line($"        {Literals.String("Guarantee: " + body.Facts.GuaranteeReason)},");
        foreach (var fact in body.Facts.Inferred) writer.Line($"        {Literals.String(fact.Why)},");
        writer.Line("    ])]");
    }
}

using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Whether a create waits, and for what, is a choice: it is declared. What is declared has to be there, and readable.</summary>
internal sealed class ReadyRule(BindingContext context, Schema resource, bool canRead)
{
    private readonly ConditionReader _conditions = new(context, resource);

    public ReadyModel? Find(DeclaredOverrides declared)
    {
        if (declared.Ready is not { } ready) return declared.Failed is null ? null : Refuse("Failed", declared.Failed, "it needs a Ready of the same property");
        if (!canRead) return Refuse("Ready", ready, "the document has no GET of one resource to read it by");
        if (Read("Ready", ready) is not var (property, values)) return null;
        if (declared.Failed is null) return new(property, values, []);
        if (Read("Failed", declared.Failed) is not var (other, failed)) return null;
        if (other != property) return Refuse("Failed", declared.Failed, $"Ready is about '{property}', and both are about one property");
        return failed.FirstOrDefault(values.Contains) is { } both
            ? Refuse("Failed", declared.Failed, $"'{both}' cannot mean both ready and failed")
            : new(property, values, failed);
    }

    private (string Property, EquatableArray<string> Values)? Read(string name, string declared) =>
        _conditions.Read(name, declared, reason => Refuse(name, declared, reason));

    private ReadyModel? Refuse(string name, string declared, string reason)
    {
        context.Diagnostics.Add(DiagnosticCatalogue.ReadyNotUnderstood, context.PlaceOf(name), $"{name} = \"{declared}\"", reason);
        return null;
    }
}

using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>A document that says its own address (<c>$self</c>, OpenAPI 3.2) may name itself and the files beside it by their addresses.</summary>
internal static class SelfAddress
{
    /// <summary>What a <c>$self</c> without a host is resolved against: only what is beside it matters.</summary>
    private static readonly Uri Nowhere = new("http://document.invalid/");

    /// <summary>The path relative to the document, empty for itself; null where the address is not beside the document's own.</summary>
    public static string? Relative(SpecDocument document, string address)
    {
        if (document.Root.Get("$self").AsString() is not { } self || !Uri.TryCreate(Nowhere, self, out var own) || !Uri.TryCreate(own, address, out var target)) return null;
        var relative = own.MakeRelativeUri(target);
        return relative.IsAbsoluteUri ? null : Uri.UnescapeDataString(relative.ToString());
    }
}

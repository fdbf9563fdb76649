using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Api;

/// <summary>Reads what a document says for all of its operations: its security schemes and its servers.</summary>
internal static class ApiReader
{
    public static ApiModel Read(SpecDocument document, References references)
    {
        var root = Located.Root(document.Root, "");
        return new(SecurityReader.Read(root, references).ToEquatableArray(), ServerReader.Read(root, references).ToEquatableArray());
    }
}

using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Api;

/// <summary>Reads what a document says for all of its operations: its security schemes and its servers.</summary>
internal static class ApiReader
{
    /// <param name="document">The document.</param>
    /// <param name="references">Lead to what stands elsewhere.</param>
    /// <param name="operations">The operations whose own servers are addresses too.</param>
    public static ApiModel Read(SpecDocument document, References references, IEnumerable<OperationModel> operations)
    {
        var root = Located.Root(document.Root, "");
        var own = operations.Select(operation => operation.Server).OfType<ServerModel>()
            .GroupBy(server => server.Url, StringComparer.Ordinal)
            .OrderBy(server => server.Key, StringComparer.Ordinal)
            .Select(server => server.First());
        return new(SecurityReader.Read(root, references).ToEquatableArray(), ServerReader.Read(root, references).Concat(own).ToEquatableArray());
    }
}

using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>An update is a PUT on the item; where there is none a PATCH; where there is neither a POST.</summary>
internal static class UpdateRule
{
    private static readonly string[] Methods = ["PUT", "PATCH", "POST"];

    public static SpecOperation? Find(string itemPath, IReadOnlyList<SpecOperation> operations) => Methods
        .Select(method => operations.FirstOrDefault(operation => operation.Path == itemPath && operation.Method == method && operation.Body is not null && operation.Problem is null))
        .FirstOrDefault(operation => operation is not null);
}

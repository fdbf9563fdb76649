using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>An update is a PUT on the item; where there is none a PATCH; where there is neither a POST, there or at <c>…/update</c> under it.</summary>
internal static class UpdateRule
{
    private static readonly (string Method, string Suffix)[] Forms = [("PUT", ""), ("PATCH", ""), ("POST", ""), ("POST", "/update")];

    public static SpecOperation? Find(string itemPath, IReadOnlyList<SpecOperation> operations) => Forms
        .Select(form => operations.FirstOrDefault(operation =>
            operation.Path == itemPath + form.Suffix && operation.Method == form.Method && operation.Body is not null && operation.Problem is null))
        .FirstOrDefault(operation => operation is not null);
}

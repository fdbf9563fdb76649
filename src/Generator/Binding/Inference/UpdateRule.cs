using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// An update is a PUT on the item; where there is none a PATCH; where there is neither a POST, there or at <c>…/update</c> under it. A POST of
/// the item carries a property of the resource: a body that shares none with it says what is done to it, such as <c>POST /payouts/{id}</c>, which pays. What is said to cancel, commit or abort is no update.
/// </summary>
internal static class UpdateRule
{
    private static readonly (string Method, string Suffix, bool SaysUpdate)[] Forms = [("PUT", "", true), ("PATCH", "", true), ("POST", "", false), ("POST", "/update", true)];

    private static readonly string[] Ends = ["cancel", "cancels", "commit", "commits", "abort", "aborts"];

    /// <param name="itemPath">The item's path.</param>
    /// <param name="operations">Among which it is.</param>
    /// <param name="carries">Whether a body carries the resource, or part of it.</param>
    public static SpecOperation? Find(string itemPath, IReadOnlyList<SpecOperation> operations, Func<SpecBody, bool> carries) => Forms
        .Select(form => operations.FirstOrDefault(operation =>
            operation.Path == itemPath + form.Suffix && operation.Method == form.Method && operation.Body is { } body && operation.Problem is null && !SaysEnd(operation) && (form.SaysUpdate || carries(body))))
        .FirstOrDefault(operation => operation is not null);

    private static bool SaysEnd(SpecOperation operation) => Words.Of(operation.Place.Node.Get("summary").AsString() ?? "").FirstOrDefault() is { } first && Ends.Contains(first);
}

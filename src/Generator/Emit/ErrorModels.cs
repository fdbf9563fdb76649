using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>The models of a class's errors: one expression for all operations that agree, and one for those that don't.</summary>
internal static class ErrorModels
{
    /// <summary>Null where there are none.</summary>
    public static string? Of(IEnumerable<OperationModel> operations)
    {
        var all = All(operations);
        var types = all.Select(error => error.Type).Distinct().OrderBy(type => type, StringComparer.Ordinal).ToList();
        if (types.Count == 0) return null;
        if (types.Count == 1) return $"[{Model(types[0], [])}]";
        var usual = all.GroupBy(error => error.Status).ToDictionary(status => status.Key, status => Most(status.Select(error => error.Type)), StringComparer.Ordinal);
        var models = types.Select(type => (Type: type, Statuses: usual.Where(status => status.Value == type).Select(status => status.Key).ToList()))
            .Where(model => model.Statuses.Count > 0)
            .Select(model => Model(model.Type, model.Statuses))
            .Concat(all.Where(error => usual[error.Status] != error.Type)
                .GroupBy(error => (error.Type, error.Status))
                .OrderBy(error => error.Key.Type, StringComparer.Ordinal).ThenBy(error => error.Key.Status, StringComparer.Ordinal)
                .Select(errors => $"{Model(errors.Key.Type, [errors.Key.Status])}.For({string.Join(", ", errors.Select(error => Literals.String(error.Operation)).Distinct())})"));
        return $"[\n    {string.Join(",\n    ", models)}\n]";
    }

    /// <summary>The models' full names, for documentation.</summary>
    public static IEnumerable<string> Types(ClassBody body) => All(body.Operations).Select(error => error.Type).Distinct().OrderBy(type => type, StringComparer.Ordinal);

    private static List<(string Operation, string Status, string Type)> All(IEnumerable<OperationModel> operations) =>
    [
        .. operations.SelectMany(operation => operation.Errors
            .Where(error => error.Type.Kind == TypeKind.Object)
            .Select(error => ($"{operation.Method} {operation.Path}", error.Status, error.Type.Identity!))),
    ];

    private static string Most(IEnumerable<string> types) =>
        types.GroupBy(type => type).OrderByDescending(type => type.Count()).ThenBy(type => type.Key, StringComparer.Ordinal).First().Key;

    private static string Model(string type, IEnumerable<string> statuses) =>
        $"global::Semel.ErrorModel.Of<{type}>({string.Join(", ", statuses.OrderBy(status => status, StringComparer.Ordinal).Select(Literals.String))})";
}

using Semel.Testing.Definitions;
using Semel.Testing.Rules;

namespace Semel.Testing.Tests.Description;

/// <summary>Where the server's rules and a schema differ.</summary>
internal static class RuleAgreement
{
    public static IEnumerable<string> Differences(IReadOnlyList<PropertyDefinition> properties, DescribedSchema schema, string path)
    {
        IReadOnlyDictionary<string, DescribedSchema> described = schema.Properties;
        foreach (string name in properties.Select(property => property.Name).Except(described.Keys)) yield return $"{path}.{name} is not described";
        foreach (string name in described.Keys.Except(properties.Select(property => property.Name))) yield return $"{path}.{name} is not known";
        foreach (PropertyDefinition property in properties.Where(property => described.ContainsKey(property.Name)))
        {
            DescribedSchema own = described[property.Name];
            string at = $"{path}.{property.Name}";
            if (property.Required != schema.Required.Contains(property.Name)) yield return $"{at}: required";
            if (property.Nullable != own.Node.Flag("nullable")) yield return $"{at}: nullable";
            if (property.WriteOnly != own.Node.Flag("writeOnly")) yield return $"{at}: writeOnly";
            foreach (string difference in Differences(property.Rule, own, at)) yield return difference;
        }
    }

    private static IEnumerable<string> Differences(ValueRule rule, DescribedSchema schema, string path) => rule switch
    {
        TextRule text =>
        [
            .. Difference("string", schema.Type, path),
            .. Difference(text.MinimumLength, schema.Node.Number("minLength") ?? 0, path),
            .. Difference(text.MaximumLength, schema.Node.Number("maxLength") ?? int.MaxValue, path),
            .. Difference(text.Pattern, schema.Node.Text("pattern"), path),
        ],
        ChoiceRule choice => Difference(string.Join('|', choice.Choices), string.Join('|', schema.Node.Texts("enum")), path),
        IntegerRule integer =>
        [
            .. Difference("integer", schema.Type, path),
            .. Difference(integer.Minimum, schema.Node.Number("minimum"), path),
            .. Difference(integer.Maximum, schema.Node.Number("maximum"), path),
        ],
        AddressRangeRule => Difference("string", schema.Type, path),
        ReferenceRule reference => Difference(Catalogue.Get(reference.Kind).Id == IdKind.Integer ? "integer" : "string", schema.Type, path),
        BooleanRule => Difference("boolean", schema.Type, path),
        MapRule map => schema.Members is { } members ? Differences(map.Item, members, path + ".*") : [$"{path}: no map"],
        ListRule list =>
        [
            .. Difference("array", schema.Type, path),
            .. Difference(list.MinimumCount, schema.Node.Number("minItems") ?? 0, path),
            .. Differences(list.Item, schema.Items, path + "[]"),
        ],
        ObjectRule group => Differences(group.Properties, schema, path),
        _ => [$"{path}: no comparison for {rule.GetType().Name}"],
    };

    private static IEnumerable<string> Difference(object? server, object? described, string path) =>
        Equals(server?.ToString(), described?.ToString()) ? [] : [$"{path}: {server} is described as {described}"];
}

using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Builds a model as a user does: property by property.</summary>
internal static class Views
{
    public static bool IsView(Type type) => typeof(View).IsAssignableFrom(type);

    /// <summary>A new model whose properties are set to what those of the read one give, at every depth.</summary>
    public static View Rebuilt(JsonNode json, Type type) => Rebuilt((View)JsonSerializer.Deserialize(json, type)!);

    private static View Rebuilt(View read)
    {
        var type = read.GetType();
        if (type.GetConstructor([]) is null) return read;
        var built = (View)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
        {
            if (Value(read, property) is { } value) property.SetValue(built, Rebuilt(value, property.PropertyType));
            else if (IsNull(read, property)) property.SetValue(built, null);
        }

        return built;
    }

    /// <summary>What has to be set and may be null.</summary>
    private static bool IsNull(View read, PropertyInfo property) =>
        property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute") && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable && read.Json.Any(member => member.Value is null);

    private static object? Value(View read, PropertyInfo property)
    {
        try
        {
            return property.GetValue(read);
        }
        catch (TargetInvocationException error) when (error.InnerException is JsonException)
        {
            // a required property that the sample need not have: a reply's
            return null;
        }
    }

    private static object Rebuilt(object value, Type type)
    {
        if (value is View view) return Rebuilt(view);
        if (value is IDictionary or JsonNode || value is not IEnumerable items || value is string) return value;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)) return value;
        var all = items.Cast<object>().ToList();
        var list = Array.CreateInstance(type.GetGenericArguments()[0], all.Count);
        for (var i = 0; i < all.Count; i++) list.SetValue(all[i] is { } item ? Rebuilt(item, type.GetGenericArguments()[0]) : null, i);
        return list;
    }
}

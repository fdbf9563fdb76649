using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Semel.Workflows;

/// <summary>
/// The values of resources that are planned and not made yet: a text stands for each text, a number for each whole number, anything else is an
/// <see cref="UnknownValueException"/>. What was asked for is taken to be known.
/// </summary>
internal static class Unknowns
{
    /// <summary>What no text of a resource holds, and JSON shows as it is.</summary>
    private const string Begin = "~~semel.unknown(";
    private const string End = ")~~";

    /// <summary>Numbers that no id and no count has.</summary>
    private const long Number = long.MinValue + 57005;
    private const int ShortNumber = int.MinValue + 57005;
    private const string NumberText = "-9223372036854718803";
    private const string ShortNumberText = "-2147426643";

    private static readonly ConditionalWeakTable<JsonObject, string> Resources = [];

    /// <summary>A resource that will be created from this input.</summary>
    public static JsonObject Resource(ResourceKey key, JsonObject input)
    {
        var json = (JsonObject)input.DeepClone();
        Resources.Add(json, $"{key.Model}/{key.Instance}");
        return json;
    }

    public static string Id(ResourceKey key) => Text($"{key.Model}/{key.Instance}", "id");

    /// <exception cref="UnknownValueException">The id stands for one that is not known yet: there is nothing to read.</exception>
    public static void RequireKnown(string model, string id)
    {
        if (StepScope.Current is PlanScope or KeyScope && Contains(id)) throw new UnknownValueException(model, "id");
    }

    public static bool Contains(string text) => text.Contains(Begin, StringComparison.Ordinal) || text.Contains(NumberText, StringComparison.Ordinal) || text.Contains(ShortNumberText, StringComparison.Ordinal);

    public static bool Contains(JsonNode? node) => node switch
    {
        JsonValue value => Contains(value.ToString()),
        JsonObject json => json.Any(property => Contains(property.Value)),
        JsonArray array => array.Any(Contains),
        _ => false,
    };

    /// <summary>For people: a text without what stands for the unknown.</summary>
    public static string Show(string text)
    {
        for (var begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(Begin, StringComparison.Ordinal))
        {
            var end = text.IndexOf(End, begin, StringComparison.Ordinal);
            text = $"{text[..begin]}(known after apply){(end < 0 ? "" : text[(end + End.Length)..])}";
        }

        return text.Replace(NumberText, "(known after apply)", StringComparison.Ordinal).Replace(ShortNumberText, "(known after apply)", StringComparison.Ordinal);
    }

    /// <exception cref="UnknownValueException">The property is no text, and known only when the resource is created.</exception>
    public static bool TryFind<T>(View view, string name, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (StepScope.Current is not (PlanScope or KeyScope) || view.Json.Root is not JsonObject root || !Resources.TryGetValue(root, out var resource)) return false;
        value = (T)(codec switch
        {
            StringCodec => (object)Text(resource, name),
            Int64Codec => Number,
            Int32Codec => ShortNumber,
            _ => throw new UnknownValueException(view.GetType().Name, name),
        });
        return true;
    }

    private static string Text(string resource, string property) => $"{Begin}{resource.Replace(Begin, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal)}.{property}{End}";
}

using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// How the place of an id is written, as the runtime reads it: <c>id</c>; <c>name+type</c>, whose parts are one id; <c>/uri</c>, the last segment of an address.
/// </summary>
internal static class IdPath
{
    private const char Between = '+';
    private const char Address = '/';

    /// <summary>The names in <c>name+type</c>; a name with a <c>+</c> at an end stands for itself.</summary>
    public static IReadOnlyList<string> Parts(string names) =>
        names.Split(Between) is var all && Array.TrueForAll(all, name => name.Length > 0) ? all : [names];

    public static bool IsOfSeveral(string names) => Parts(names).Count > 1;

    public static string Join(IEnumerable<string?> parts) => string.Join(Between.ToString(), parts);

    public static bool IsAddress(string name) => name.Length > 1 && name[0] == Address;

    public static string OfAddress(string property) => Address + property;

    /// <summary>The properties that hold it.</summary>
    public static IEnumerable<string> Properties(string id) => Parts(id).Select(part => IsAddress(part) ? part.Substring(1) : part);

    /// <summary>Whether the schema has what each part names.</summary>
    public static bool Shows(PropertyPaths paths, Schema schema, string id) => Properties(id).All(part => paths.Find(schema, part) is not null);
}

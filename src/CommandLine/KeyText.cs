namespace Semel.CommandLine;

/// <summary>A key as people write it: <c>Servers/web-1</c>. What comes after the first slash is the instance.</summary>
internal static class KeyText
{
    public const string Form = "MODEL/INSTANCE";

    /// <exception cref="UsageException">It is none.</exception>
    public static (string Model, string Instance) Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1 ? (text[..slash], text[(slash + 1)..]) : throw new UsageException($"'{text}' is no key. Write {Form}, such as Servers/web-1.");
    }

    public static string Of(ResourceKey key) => $"{key.Model}/{key.Instance}";
}

namespace Semel;

internal static class StringEnum
{
    /// <summary>The text of a value that was set; the struct's default has none.</summary>
    public static string Text<T>(T value) where T : struct, IStringEnum<T> =>
        value.Value ?? throw new ArgumentException($"The value of {typeof(T).Name} was never set.", nameof(value));
}

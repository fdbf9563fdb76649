using System.Globalization;

namespace Semel;

/// <summary>The name of an instance, made of values: no two tuples of values share one.</summary>
public static class InstanceKey
{
    /// <summary>The value itself where there is one; several with slashes between them, those inside a value written as <c>%2F</c>.</summary>
    /// <param name="template">What the values are, for the error: <c>request.Region/request.Name</c>.</param>
    /// <param name="values">The values, each by <see cref="Text(string)"/>.</param>
    /// <exception cref="ArgumentException">A value is null or blank: nothing is keyed by a default.</exception>
    public static string Of(string template, params ReadOnlySpan<string?> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        var parts = new string[values.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(values[i])) throw new ArgumentException($"'{template.Split('/')[i]}' names the instance, and it has no value: nothing is keyed by a default.");
            parts[i] = parts.Length == 1 ? values[i]! : values[i]!.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
        }

        return parts.Length > 0 ? string.Join('/', parts) : throw new ArgumentException("A key needs at least one value.", nameof(values));
    }

    /// <summary>A text as it is.</summary>
    public static string? Text(string? value) => value;

    /// <summary>A number, a UUID, a date or an enum's name, the same in every culture.</summary>
    public static string Text<T>(T value) where T : struct => value switch
    {
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The same of a value that may be absent; null where it is.</summary>
    public static string? Text<T>(T? value) where T : struct => value is { } present ? Text(present) : null;
}

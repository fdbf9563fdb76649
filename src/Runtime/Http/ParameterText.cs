using System.Globalization;

namespace Semel;

/// <summary>Values as texts of path, query and header parameters.</summary>
internal static class ParameterText
{
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(bool? value) => value switch { true => "true", false => "false", null => null };

    public static string? Of(DateTimeOffset? value) => value is { } moment ? Rfc3339.Format(moment) : null;

    public static string? Of(DateOnly? value) => value is { } date ? Rfc3339.Format(date) : null;
}

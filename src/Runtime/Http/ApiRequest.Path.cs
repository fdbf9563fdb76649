using System.Globalization;

namespace Semel;

public sealed partial class ApiRequest
{
    /// <summary>Sets a parameter of the path; the value is escaped.</summary>
    /// <exception cref="ArgumentException">The path has no such parameter, or the value is empty, <c>.</c> or <c>..</c>.</exception>
    public ApiRequest Path(string name, string value)
    {
        if (!PathTemplate.HasParameter(Template, name))
            throw new ArgumentException($"The path '{Template}' has no parameter '{name}'.", nameof(name));
        var argument = new PathArgument(name, value);
        PathTemplate.Escape(argument);
        _arguments.RemoveAll(other => other.Name == name);
        _written.Remove(name);
        _arguments.Add(argument);
        return this;
    }

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiRequest Path(string name, long value) => Path(name, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiRequest Path(string name, int value) => Path(name, (long)value);

    /// <inheritdoc cref="Path(string, string)"/>
    public ApiRequest Path<T>(string name, T value) where T : struct, IStringEnum<T> => Path(name, StringEnum.Text(value));
}

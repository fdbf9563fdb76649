using System.Globalization;

namespace Semel;

/// <summary>A text, a whole number, a number or a boolean, where a document allows more than one of them.</summary>
/// <remarks>The default value is the empty text. <c>1</c> and <c>1.0</c> are equal, <c>1</c> and <c>"1"</c> are not.</remarks>
public readonly struct JsonScalar : IEquatable<JsonScalar>
{
    private readonly object? _value;

    private JsonScalar(object value) => _value = value;

    /// <summary>A text.</summary>
    public static implicit operator JsonScalar(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator JsonScalar(long value) => new(value);

    /// <summary>A finite number; one without a fraction that fits 64 bits is held as a whole number.</summary>
    public static implicit operator JsonScalar(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
        return value == Math.Truncate(value) && Math.Abs(value) < 1L << 53 ? new((long)value) : new(value);
    }

    /// <summary>A boolean.</summary>
    public static implicit operator JsonScalar(bool value) => new(value);

    /// <summary>True when the values are equal.</summary>
    public static bool operator ==(JsonScalar left, JsonScalar right) => left.Equals(right);

    /// <summary>True when the values differ.</summary>
    public static bool operator !=(JsonScalar left, JsonScalar right) => !left.Equals(right);

    internal object Value => _value ?? "";

    /// <summary>The value as text: texts as they are, numbers in the invariant culture, <c>true</c> and <c>false</c>.</summary>
    public string AsString() => Value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>The text, where the value is one.</summary>
    public bool TryGetString(out string value)
    {
        value = Value as string ?? "";
        return Value is string;
    }

    /// <summary>The whole number, where the value is one or is a text that reads as one.</summary>
    public bool TryGetInt64(out long value)
    {
        value = Value as long? ?? 0;
        return Value is long || (Value is string text && NumberText.TryGetInt64(text, out value));
    }

    /// <summary>The number, where the value is one or is a text that reads as one.</summary>
    public bool TryGetDouble(out double value)
    {
        value = Value as double? ?? Value as long? ?? 0;
        return Value is double or long || (Value is string text && NumberText.TryGetDouble(text, out value));
    }

    /// <summary>The boolean, where the value is one.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Value as bool? ?? false;
        return Value is bool;
    }

    /// <inheritdoc/>
    public bool Equals(JsonScalar other) => Value.Equals(other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonScalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc cref="AsString"/>
    public override string ToString() => AsString();
}

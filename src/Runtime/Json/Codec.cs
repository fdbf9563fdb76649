using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The codecs of the plain types. Reading is tolerant where nothing is lost by it, writing is strict.</summary>
public static class Codec
{
    /// <summary>Texts; a number reads as its text.</summary>
    public static JsonCodec<string> String { get; } = new StringCodec();

    /// <summary>Booleans; the texts <c>true</c> and <c>false</c> read as such.</summary>
    public static JsonCodec<bool> Boolean { get; } = new BooleanCodec();

    /// <summary>Whole numbers of 32 bits; <c>"8"</c> and <c>8.0</c> read as 8.</summary>
    public static JsonCodec<int> Int32 { get; } = new Int32Codec();

    /// <summary>Whole numbers of 64 bits; <c>"8"</c> and <c>8.0</c> read as 8.</summary>
    public static JsonCodec<long> Int64 { get; } = new Int64Codec();

    /// <summary>Finite numbers; <c>"0.5"</c> reads as 0.5.</summary>
    public static JsonCodec<double> Double { get; } = new DoubleCodec();

    /// <summary>Points in time (RFC 3339); any number of fraction digits, a blank for the <c>T</c>, and no offset, which means UTC, are read.</summary>
    public static JsonCodec<DateTimeOffset> DateTime { get; } = new DateTimeCodec();

    /// <summary>Dates (RFC 3339 full-date); of a point in time the date as written is read.</summary>
    public static JsonCodec<DateOnly> Date { get; } = new DateCodec();

    /// <summary>A text, a number or a boolean.</summary>
    public static JsonCodec<JsonScalar> Scalar { get; } = new ScalarCodec();

    /// <summary>Any JSON; reading shares the node. Null items of lists and maps read as null.</summary>
    public static JsonCodec<JsonNode> Json { get; } = new NodeCodec();

    /// <summary>The same values or null, inside lists and maps.</summary>
    public static JsonCodec<T?> OrNull<T>(JsonCodec<T> codec) where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        return (JsonCodec<T?>)(codec.OrNull ??= new NullableCodec<T>(codec));
    }

    /// <inheritdoc cref="OrNull{T}"/>
    public static JsonCodec<T?> ValueOrNull<T>(JsonCodec<T> codec) where T : struct
    {
        ArgumentNullException.ThrowIfNull(codec);
        return (JsonCodec<T?>)(codec.OrNull ??= new NullableValueCodec<T>(codec));
    }
}

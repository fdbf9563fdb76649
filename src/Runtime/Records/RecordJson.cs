using System.Text.Json;

namespace Semel;

/// <summary>A record version as one JSON object, and back; older formats are read, the current one is written. What cannot be read is a <see cref="StateException"/>, never absent.</summary>
internal static class RecordJson
{
    public const int CurrentFormat = 3;

    /// <summary>Deeper than any reply that the runtime parses, so that what was received can be stored and read again.</summary>
    public const int MaximumDepth = 256;

    public static byte[] Write(ResourceRecord record)
    {
        try
        {
            var document = RecordMapping.ToDocument(record);
            var unsigned = Serialize(document);
            return [.. Serialize(document with { Checksum = RecordChecksum.Compute(unsigned) }), (byte)'\n'];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new StateException($"The record of {record.Key} cannot be written as JSON: {exception.Message}", innerException: exception);
        }
    }

    /// <param name="utf8">What is stored.</param>
    /// <param name="source">Where it is stored, for messages.</param>
    public static ResourceRecord Read(ReadOnlySpan<byte> utf8, RecordSource source)
    {
        try
        {
            if (utf8.IsEmpty) throw source.Unreadable("it is empty");
            return Format(utf8) switch
            {
                CurrentFormat => RecordMapping.ToRecord(Verified(utf8, source)),
                RecordUpgrade.SecondFormat => RecordMapping.ToRecord(RecordUpgrade.FromFormat2(Verified(utf8, source))),
                RecordUpgrade.OldestFormat => RecordMapping.ToRecord(RecordUpgrade.FromFormat2(RecordUpgrade.FromFormat1(Verified(utf8, source)))),
                > CurrentFormat and var newer => throw source.Newer(newer),
                null => throw source.Unreadable("it has no \"format\", so it is no record"),
                var unknown => throw source.Unreadable($"its format is {unknown}, which no version of Semel has written"),
            };
        }
        catch (JsonException exception)
        {
            throw source.Unreadable(Where(exception), exception);
        }
    }

    private static RecordDocument Verified(ReadOnlySpan<byte> utf8, RecordSource source)
    {
        var document = JsonSerializer.Deserialize(utf8, RecordJsonContext.Strict.RecordDocument) ?? throw source.Unreadable("it is null");
        return document.Checksum == RecordChecksum.Compute(utf8)
            ? document
            : throw source.Unreadable("its content does not match its \"sha256\": it was changed or damaged");
    }

    /// <summary>Known before anything else is looked at: another format may have other properties and another checksum.</summary>
    private static long? Format(ReadOnlySpan<byte> utf8)
    {
        long? format = null;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("format"u8))
            {
                reader.Read();
                format = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
            }
        }
        return format;
    }

    private static string Where(JsonException exception)
    {
        // a value of another type is said by its place, not by what it would have become in this program
        var message = exception.Message.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal) ? $"the value at {exception.Path} is not what it has to be" : exception.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0].TrimEnd('.');
        return exception.LineNumber is { } line ? $"{message} (line {line + 1}, byte {exception.BytePositionInLine + 1})" : message;
    }

    private static byte[] Serialize(RecordDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, RecordJsonContext.Strict.RecordDocument);
}

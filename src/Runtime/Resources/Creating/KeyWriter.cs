using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Puts an idempotency key where the API takes it. The key is the intent's: it is written here, never made.</summary>
internal static class KeyWriter
{
    private const int UuidLength = 36;

    /// <exception cref="ArgumentException">No key fits the field, or the request sets the field itself.</exception>
    public static void Validate(IdempotencyKeyField field, JsonObject input)
    {
        if (field.MaximumLength < IdempotencyKey.MinimumLength)
            throw new ArgumentException($"An idempotency key of {field.MaximumLength} characters could collide with another: '{field.Name}' must take at least {IdempotencyKey.MinimumLength}, or the model must declare another guarantee.");
        if (field.Shape == KeyShape.Uuid4 && (field.MaximumLength < UuidLength || field.LettersAndDigitsOnly))
            throw new ArgumentException($"'{field.Name}' cannot take a UUID: it has {UuidLength} characters and dashes. Declare KeyShape.Text.");
        if (field.Place == KeyPlace.Header) RequestHeaders.CheckName(field.Name);
        if (field.FirstSentHeader is { } firstSent) RequestHeaders.CheckName(firstSent);
        if (field.Place != KeyPlace.Body) return;
        if (JsonPathAccess.TryRead(input, field.Name, out _))
            throw new ArgumentException($"The request sets '{field.Name}', which carries the idempotency key: leave it out. Semel makes the key, records it, and sends the same one in every repeat.");
        Add((JsonObject)input.DeepClone(), field, "");
    }

    /// <summary>The key's header and that of the first send, where the API takes them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Headers(IdempotencyKeyField field, IntentRecord intent)
    {
        if (field.Place == KeyPlace.Header)
            yield return new(field.Name, field.Shape == KeyShape.StructuredString ? $"\"{intent.IdempotencyKey}\"" : intent.IdempotencyKey);
        if (field.FirstSentHeader is { } firstSent)
            yield return new(firstSent, intent.Attempts[0].SentAt.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));
    }

    public static IEnumerable<KeyValuePair<string, string>> Query(IdempotencyKeyField field, IntentRecord intent) =>
        field.Place == KeyPlace.Query ? [new(field.Name, intent.IdempotencyKey)] : [];

    /// <summary>Writes the key into the body, where it goes there.</summary>
    /// <exception cref="ArgumentException">Something else than an object is in the way.</exception>
    public static void Add(JsonObject body, IdempotencyKeyField field, string key)
    {
        if (field.Place != KeyPlace.Body) return;
        try
        {
            JsonPathAccess.Write(body, field.Name, key);
        }
        catch (InvalidOperationException inTheWay)
        {
            throw new ArgumentException($"The idempotency key finds no place: {inTheWay.Message}", inTheWay);
        }
    }
}

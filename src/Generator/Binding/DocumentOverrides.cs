using System.Globalization;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>What a document says itself of a resource, by <c>x-semel-…</c> at the path that creates it or at the operation. The operation's come first.</summary>
internal sealed class DocumentOverrides
{
    private static readonly string[] Guarantees = ["Natural", "Replay", "UniqueName", "Marker", "AtMostOnce"];

    private readonly Dictionary<string, (string Text, LocationInfo Place)> _values = new(StringComparer.Ordinal);

    /// <summary>Null where the document doesn't say it; true: it is no resource; false: it is one.</summary>
    public bool? Ignore { get; private set; }

    public static DocumentOverrides Read(IEnumerable<Located> places, DiagnosticBag diagnostics)
    {
        var read = new DocumentOverrides();
        foreach (var entry in places.SelectMany(place => place.Node.Members())) read.Add(entry, diagnostics);
        return read;
    }

    /// <summary>Where the document says it; null where it doesn't.</summary>
    public LocationInfo? PlaceOf(string property) => _values.TryGetValue(property, out var value) ? value.Place : null;

    /// <summary>With what the document says, where the attribute says nothing.</summary>
    public DeclaredOverrides Under(DeclaredOverrides declared)
    {
        if (_values.Count == 0) return declared;
        return declared with
        {
            Key = declared.Key ?? Text("Key"),
            Id = declared.Id ?? Text("Id"),
            IdParameter = declared.IdParameter ?? Text("IdParameter"),
            Envelope = declared.Envelope ?? Text("Envelope"),
            Read = declared.Read ?? Text("Read"),
            List = declared.List ?? Text("List"),
            ListItems = declared.ListItems ?? Text("ListItems"),
            Paging = declared.Paging ?? Text("Paging"),
            Update = declared.Update ?? Text("Update"),
            Delete = declared.Delete ?? Text("Delete"),
            Guarantee = declared.Guarantee ?? Text("Guarantee"),
            Marker = declared.Marker ?? Text("Marker"),
            IdempotencyKey = declared.IdempotencyKey ?? Text("IdempotencyKey"),
            KeyWindowHours = declared.KeyWindowHours ?? (Text("KeyWindowHours") is { } hours ? double.Parse(hours, CultureInfo.InvariantCulture) : null),
            Ready = declared.Ready ?? Text("Ready"),
            Failed = declared.Failed ?? Text("Failed"),
            Gone = declared.Gone ?? Text("Gone"),
            OwnsSet = declared.OwnsSet ?? (Text("OwnsSet") is { } owns ? owns == "true" : null),
        };
    }

    private string? Text(string property) => _values.TryGetValue(property, out var value) ? value.Text : null;

    private void Add(SpecEntry entry, DiagnosticBag diagnostics)
    {
        if (!entry.Key.StartsWith(OverrideNames.Prefix, StringComparison.Ordinal)) return;
        var property = OverrideNames.Properties.FirstOrDefault(name => OverrideNames.Extension(name) == entry.Key);
        if (property is null && entry.Key != OverrideNames.Ignore) Refuse("there is none of that name" + Nearest.Suggestion(Nearest.To(entry.Key, OverrideNames.Extensions)));
        else if (entry.Value.AsScalar() is not { } text) Refuse("its value is no text");
        else if (property is null) ReadIgnore(text);
        else if (property == "Guarantee" && !Guarantees.Contains(text)) Refuse("its value is one of " + string.Join(", ", Guarantees));
        else if (property == "KeyWindowHours" && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) Refuse("its value is no number of hours");
        else if (property == "OwnsSet" && text is not ("true" or "false")) Refuse("its value is true or false");
        else if (!_values.ContainsKey(property)) _values.Add(property, (text, entry.KeyLocation));

        void ReadIgnore(string value)
        {
            if (value is "true" or "false") Ignore ??= value == "true";
            else Refuse("its value is true or false");
        }

        void Refuse(string reason) => diagnostics.Add(DiagnosticCatalogue.ExtensionNotUnderstood, entry.KeyLocation, entry.Key, reason);
    }
}

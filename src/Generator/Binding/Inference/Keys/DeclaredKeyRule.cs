using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>The idempotency key: the declared one, with what the document says of it, else the one that the document shows.</summary>
internal sealed class DeclaredKeyRule(BindingContext context, SpecOperation create, Schema request)
{
    private const double ShortestHours = 1.0 / 60;

    private readonly IdempotencyKeyRule _inferred = new(context, create, request);

    private DeclaredOverrides Overrides => context.Overrides;

    public IdempotencyKeyModel? Find()
    {
        var key = Overrides.IdempotencyKey switch
        {
            null => _inferred.Find(),
            "" => null,
            var declared => At(declared),
        };
        return Overrides.KeyWindowHours is { } hours ? Within(key, hours) : key;
    }

    private IdempotencyKeyModel? At(string declared)
    {
        var colon = declared.IndexOf(':');
        var (place, name) = (declared.Substring(0, Math.Max(colon, 0)), declared.Substring(colon + 1));
        return place switch
        {
            "" when colon < 0 && IsHeader(name) => _inferred.At(KeyPlace.Header, name) ?? Refuse(declared, "the document allows no key there that is long enough"),
            "query" when name.Trim().Length > 0 => _inferred.At(KeyPlace.Query, name) ?? Refuse(declared, "the document allows no key there that is long enough"),
            "body" when name.Trim().Length > 0 => InBody(declared, name),
            _ => Refuse(declared, "write the name of a header, query: and the name of a parameter, or body: and the path of a property"),
        };
    }

    private IdempotencyKeyModel? InBody(string declared, string name)
    {
        if (context.Properties.Find(request, name) is not { } property)
        {
            context.ReportProperty("IdempotencyKey", name, "the body of " + context.Place, request.Properties.Select(one => one.Name));
            return null;
        }

        return property.IsFreeText || property.Kind == SchemaKind.Any
            ? _inferred.At(KeyPlace.Body, name) ?? Refuse(declared, "the document allows no key there that is long enough")
            : Refuse(declared, $"'{name}' is no text that may be anything");
    }

    private IdempotencyKeyModel? Within(IdempotencyKeyModel? key, double hours)
    {
        if (key is null) return Overrides.IdempotencyKey is { Length: > 0 } ? null : RefuseWindow(hours, "the create takes no idempotency key; say where with IdempotencyKey = \"…\"");
        if (double.IsPositiveInfinity(hours)) return key with { Window = null };
        return hours >= ShortestHours && hours < TimeSpan.MaxValue.TotalHours
            ? key with { Window = TimeSpan.FromHours(hours) }
            : RefuseWindow(hours, "say a number of hours, at least a minute, or double.PositiveInfinity for ever");
    }

    private static bool IsHeader(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    private IdempotencyKeyModel? Refuse(string declared, string reason) => Report($"IdempotencyKey = \"{declared}\"", reason);

    private IdempotencyKeyModel? RefuseWindow(double hours, string reason) =>
        Report($"KeyWindowHours = {hours.ToString(System.Globalization.CultureInfo.InvariantCulture)}", reason);

    private IdempotencyKeyModel? Report(string what, string reason)
    {
        context.Diagnostics.Add(DiagnosticCatalogue.KeyNotUnderstood, context.PlaceOf(what.Split(' ')[0]), what, reason);
        return null;
    }
}

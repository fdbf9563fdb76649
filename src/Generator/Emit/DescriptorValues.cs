using System.Globalization;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Values of the descriptor as C# expressions. What is as usual is left out.</summary>
internal static class DescriptorValues
{
    public static string Marker(MarkerModel marker)
    {
        List<string> arguments = [Member("MarkerKind", marker.Kind.ToString()), Literals.String(marker.Property)];
        if (marker.Filter is not null) arguments.Add("Filter: " + Literals.String(marker.Filter));
        if (marker.MaximumLength is { } maximum) arguments.Add("MaximumLength: " + Number(maximum));
        if (marker.FilterFormat is not null) arguments.Add("FilterFormat: " + Literals.String(marker.FilterFormat));
        if (marker.HelperPath is not null) arguments.Add("HelperPath: " + Literals.String(marker.HelperPath));
        return New(arguments);
    }

    public static string Key(IdempotencyKeyModel key)
    {
        List<string> arguments = [Member("KeyPlace", key.Place.ToString()), Literals.String(key.Name)];
        if (key.Shape != KeyShape.Text) arguments.Add(Member("KeyShape", key.Shape.ToString()));
        List<string> properties = [];
        if (key.Window != IdempotencyKeyModel.UsualWindow) properties.Add("Window = " + (key.Window is { } window ? Duration(window) : "null"));
        if (key.RejectsLate) properties.Add("RejectsLate = true");
        if (key.FirstSentHeader is not null) properties.Add("FirstSentHeader = " + Literals.String(key.FirstSentHeader));
        if (key.ReplayedHeader is not null) properties.Add("ReplayedHeader = " + Literals.String(key.ReplayedHeader));
        if (key.MaximumLength != IdempotencyKeyModel.UsualLength) properties.Add("MaximumLength = " + Number(key.MaximumLength));
        if (key.LettersAndDigitsOnly) properties.Add("LettersAndDigitsOnly = true");
        return New(arguments) + (properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}");
    }

    public static string Operation(LongRunningModel operation) => New(
    [
        Literals.String(operation.Header), Literals.String(operation.IdInReply), Literals.String(operation.Path), Literals.String(operation.Status),
        Texts(operation.Succeeded), Texts(operation.Failed), Literals.String(operation.ResourceId),
    ]);

    public static string Update(UpdateModel update)
    {
        List<string> properties = [];
        if (update.Content != ContentKind.Json) properties.Add("Content = " + Member("UpdateContent", update.Content.ToString()));
        if (update.MediaType is not null) properties.Add("MediaType = " + Literals.String(update.MediaType));
        if (update.Nullable.Count > 0) properties.Add("Nullable = " + Texts(update.Nullable));
        if (update.Method == "PUT") properties.Add("Kept = " + Texts(update.Kept));
        if (update.NeedsIfMatch) properties.Add("NeedsIfMatch = true");
        return New([Literals.String(update.Method), Literals.String(update.Path), Texts(update.Properties)]) + (properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}");
    }

    public static string Ready(ReadyModel ready) => New([Literals.String(ready.Property), Texts(ready.Ready), Texts(ready.Failed)]);

    public static string Texts(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Literals.String))}]";

    public static string Member(string type, string name) => $"global::Semel.{type}.{Literals.Identifier(name)}";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>In the largest unit that gives a whole number.</summary>
    private static string Duration(TimeSpan duration)
    {
        foreach (var (unit, ticks) in new[] { ("Days", TimeSpan.TicksPerDay), ("Hours", TimeSpan.TicksPerHour), ("Minutes", TimeSpan.TicksPerMinute) })
        {
            if (duration.Ticks % ticks == 0 && duration.Ticks / ticks <= int.MaxValue) return $"global::System.TimeSpan.From{unit}({Number((int)(duration.Ticks / ticks))})";
        }

        return $"new global::System.TimeSpan({duration.Ticks.ToString(CultureInfo.InvariantCulture)}L)";
    }

    private static string New(IEnumerable<string> arguments) => $"new({string.Join(", ", arguments)})";
}

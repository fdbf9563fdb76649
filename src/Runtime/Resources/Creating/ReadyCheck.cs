using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Says of a resource that was read whether it is ready: as the call says, else as the model says, else at once.</summary>
internal static class ReadyCheck
{
    public static CreateEvent Of(CreateEvent read, Wanted wanted)
    {
        if (read is not CreateEvent.SeenPresent { Body: { } body } seen) return read;
        try
        {
            return seen with { Readiness = ReadinessOf(body, wanted) };
        }
        catch (Exception thrown)
        {
            return new CreateEvent.NotKnown(200, $"ReadyWhen threw {thrown.GetType().Name}", thrown);
        }
    }

    private static Readiness ReadinessOf(JsonObject body, Wanted wanted)
    {
        if (wanted.Settings.ReadyWhen is { } readyWhen) return readyWhen((JsonObject)body.DeepClone());
        if (wanted.Resource.Ready is not { } condition) return Readiness.Ready;
        var value = PropertyValue.Text(body, condition.Property);
        if (PropertyValue.IsOneOf(value, condition.Ready)) return Readiness.Ready;
        return PropertyValue.IsOneOf(value, condition.Failed) ? Readiness.Failed : Readiness.Pending;
    }
}

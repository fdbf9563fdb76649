using System.Globalization;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>The best guarantee that the API's own words carry: an address, a key, a unique name that can be found, a marker that can be listed, or none.</summary>
internal sealed record GuaranteeRule
{
    /// <summary>The client chooses the address.</summary>
    public required bool IsChosen { get; init; }

    public required bool IfNoneMatch { get; init; }

    public required IdempotencyKeyModel? Key { get; init; }

    /// <summary>Why a name is unique; null where none is.</summary>
    public required string? Unique { get; init; }

    public required MarkerModel? Marker { get; init; }

    public required bool CanFindByName { get; init; }

    public required bool CanList { get; init; }

    private bool IsUnique => Unique is not null && CanFindByName;

    private bool IsMarked => Marker is not null && CanList;

    public (string Guarantee, string Reason) Find(string? declared)
    {
        if (declared is not null) return (declared, "It is declared so.");
        if (IsChosen) return ("Natural", "The client chooses the address, where there is one at most" + (IfNoneMatch ? "; with 'If-None-Match: *' nothing is replaced." : "."));
        if (Key is not null) return ("Replay", Replay(Key));
        if (IsUnique) return ("UniqueName", Unique!);
        if (IsMarked) return ("Marker", $"'{Marker!.Property}' carries a marker, and the list shows it.");
        return ("AtMostOnce", Unique is not null || Marker is not null
            ? "No list can be read to its end, so a lost create can't be found again."
            : "No field that is unique or that carries a marker was found, so a lost create can't be found again.");
    }

    /// <summary>A key has a window, and what it promises needs nothing else inside it: so it comes first, and what else there is proves more after it.</summary>
    private string Replay(IdempotencyKeyModel key)
    {
        var known = key.Window is { } window ? $"The server knows a repeated create by '{key.Name}' for {Hours(window)}" : $"The server knows a repeated create by '{key.Name}' for ever";
        if (key.Window is null) return known + ".";
        return known + (IsMarked ? $"; after that the marker in '{Marker!.Property}' finds it."
            : IsUnique ? "; after that its name finds it."
            : "; after that a create in doubt stops.");
    }

    private static string Hours(TimeSpan window)
    {
        var hours = window.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);
        return hours == "1" ? "an hour" : hours + " hours";
    }
}

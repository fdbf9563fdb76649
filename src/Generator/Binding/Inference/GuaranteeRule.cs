using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>The best guarantee that the API's own words carry: a unique name that can be found, a marker that can be listed, or none.</summary>
internal static class GuaranteeRule
{
    public static (string Guarantee, string Reason) Find(string? declared, string? unique, MarkerModel? marker, bool canFindByName, bool canList)
    {
        if (declared is not null) return (declared, "It is declared so.");
        if (unique is not null && canFindByName) return ("UniqueName", unique);
        if (marker is not null && canList) return ("Marker", $"'{marker.Property}' carries a marker, and the list shows it.");
        return ("AtMostOnce", unique is not null || marker is not null
            ? "No list can be read to its end, so a lost create can't be found again."
            : "No field that is unique or that carries a marker was found, so a lost create can't be found again.");
    }
}

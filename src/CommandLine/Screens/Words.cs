using System.Globalization;
using Semel.Workflows;

namespace Semel.CommandLine.Screens;

/// <summary>States as words and colours.</summary>
internal static class Words
{
    public static string Of(StepResult result) => result.State switch
    {
        StepState.Succeeded => result.Resources is [var only] ? only.Outcome.ToString().ToLowerInvariant() : "done",
        StepState.Skipped => "exists",
        StepState.Failed => "failed",
        StepState.Blocked => "blocked",
        StepState.NotBegun => "not begun",
        StepState.Cancelled => "cancelled",
    };

    public static string ColourOf(StepResult result) => result.State switch
    {
        StepState.Succeeded => result.Resources.All(resource => resource.Outcome == Outcome.Reused) ? "blue" : "green",
        StepState.Skipped => "blue",
        StepState.Failed => "red",
        StepState.Blocked or StepState.NotBegun => "grey",
        StepState.Cancelled => "yellow",
    };

    public static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Create => "green",
        Verdict.Reuse => "default",
        Verdict.Adopt => "blue",
        Verdict.Update => "yellow",
        Verdict.Replace => "magenta",
        Verdict.Stuck => "red",
        Verdict.Unknown => "grey",
    };

    public static string Detail(StepResult result) => result.Resources is [var only] && result.IsSuccess ? $"{only.Id}: {only.Reason}" : result.Reason;

    public static string Of(ResourceRecord record) => record switch
    {
        IntentRecord => "being created",
        LiveRecord { Readiness: Readiness.Pending } => "not ready",
        LiveRecord { Readiness: Readiness.Failed } => "failed",
        LiveRecord { Adopted: true } => "adopted",
        LiveRecord => "live",
        DeletingRecord => "being deleted",
        TombstoneRecord => "deleted",
        MovedRecord moved => $"moved to {moved.To}",
        RunRecord => "run",
        _ => record.GetType().Name,
    };

    public static string IdOf(ResourceRecord record) => record switch
    {
        LiveRecord live => live.Id,
        DeletingRecord deleting => deleting.Id,
        TombstoneRecord tombstone => tombstone.Id,
        MovedRecord moved => moved.Id,
        _ => "",
    };

    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalSeconds):0}s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0}m"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0}d"),
    };

    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture);
}

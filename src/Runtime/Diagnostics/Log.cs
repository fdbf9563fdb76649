using Microsoft.Extensions.Logging;

namespace Semel;

/// <summary>What is logged. No message holds a body or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Key}: {Effect}, because {Reason}", EventName = "Decided")]
    public static partial void Decided(ILogger logger, ResourceKey key, string effect, string reason);

    [LoggerMessage(2, LogLevel.Information, "{Key}: {Outcome} {Id} (verified: {Verified}), {Reason}", EventName = "Ensured")]
    public static partial void Ensured(ILogger logger, ResourceKey key, Outcome outcome, string id, bool verified, string reason);

    [LoggerMessage(EventId = 3, Message = "{Key}: stopped by {Error}: {Message}", EventName = "Stopped")]
    public static partial void Stopped(ILogger logger, LogLevel level, ResourceKey key, string error, string message);

    [LoggerMessage(4, LogLevel.Information, "{Key}: waiting {Left} more, because {Reason}", EventName = "Waiting")]
    public static partial void Waiting(ILogger logger, ResourceKey key, TimeSpan left, string reason);

    [LoggerMessage(5, LogLevel.Warning, "{Key}: the API dropped the marker of '{Id}'; a lost reply of this resource can be promised at most once only", EventName = "MarkerDropped")]
    public static partial void MarkerDropped(ILogger logger, ResourceKey key, string id);

    [LoggerMessage(6, LogLevel.Warning, "{Key}: write {Number} of the record failed: {Message}", EventName = "WriteFailed")]
    public static partial void WriteFailed(ILogger logger, ResourceKey key, int number, string message);

    [LoggerMessage(7, LogLevel.Warning, "{Key}: {Kind}, and the resource is used as it is: {Difference}", EventName = "Drift")]
    public static partial void Drift(ILogger logger, ResourceKey key, DriftKind kind, string difference);

    [LoggerMessage(9, LogLevel.Error, "{Key}: besides '{Id}' the API made {Duplicates}, though it promised to recognise a repeat; delete what isn't wanted", EventName = "Duplicates")]
    public static partial void Duplicates(ILogger logger, ResourceKey key, string id, string duplicates);

    [LoggerMessage(10, LogLevel.Warning, "{Key}: the helper resource '{Helper}' of a deleted resource stays behind: {Evidence}", EventName = "HelperLeft")]
    public static partial void HelperLeft(ILogger logger, ResourceKey key, string helper, string evidence);

    [LoggerMessage(8, LogLevel.Information, "{Key}: '{Id}' carries the marker of the older generation {Generation}", EventName = "OlderGeneration")]
    public static partial void OlderGeneration(ILogger logger, ResourceKey key, string id, int generation);

    [LoggerMessage(20, LogLevel.Error, "{Key}: the create declares an idempotency key, and nobody sent it: send CreateAttempt.IdempotencyKey, or add a CreateAttemptHandler to the client", EventName = "KeyNotSent")]
    public static partial void KeyNotSent(ILogger logger, ResourceKey key);

    [LoggerMessage(EventId = 30, Message = "{Workflow}: step {Step} {State}, {Reason}", EventName = "StepEnded")]
    public static partial void StepEnded(ILogger logger, LogLevel level, string workflow, string step, Workflows.StepState state, string reason);

    [LoggerMessage(31, LogLevel.Warning, "{Workflow}: step {Step} is run again as attempt {Attempt} after {Delay}: {Error}", EventName = "StepRetried")]
    public static partial void StepRetried(ILogger logger, string workflow, string step, int attempt, TimeSpan delay, string error);
}

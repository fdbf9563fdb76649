namespace Semel.Workflows;

/// <summary>How a step is run.</summary>
public sealed record StepOptions
{
    /// <summary>
    /// How often a step is run again after an error that passes: a read without an answer, a create that did not reach the API.
    /// All of the step is run again, so that a body of your own should do nothing twice. Default: null, which is 2 for
    /// <c>Create</c> and <c>CreateEach</c> and 0 for <c>Step</c> and <c>ForEach</c>.
    /// </summary>
    public int? Retries { get; init; }

    /// <summary>How long to wait before the first retry; twice as long before each further one. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one run of the step may take; its create is then cancelled, and what is known of it recorded. Default: null, no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// True: the step is planned first, and where all that it makes is recorded and, as far as the API reads it, alive, it is skipped
    /// and gives that. What was deleted is made again. Default: false.
    /// </summary>
    public bool SkipIfExists { get; init; }

    internal void Validate(string step)
    {
        if (Retries is < 0) throw new ArgumentOutOfRangeException(nameof(Retries), Retries, $"Retries of '{step}' must not be negative.");
        if (RetryDelay < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(RetryDelay), RetryDelay, $"RetryDelay of '{step}' must not be negative.");
        if (Timeout is { } timeout && timeout <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(Timeout), timeout, $"Timeout of '{step}' must be positive.");
    }
}

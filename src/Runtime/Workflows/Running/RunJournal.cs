using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>Records a run, or a destroy or a sweep: once when it begins, once when it ends. What it did meanwhile is in the records of the resources, each with the run that wrote it.</summary>
/// <param name="semel">The context.</param>
/// <param name="workflow">The workflow's name.</param>
/// <param name="what">What it is: <c>run</c>.</param>
internal sealed class RunJournal(SemelContext semel, string workflow, string what)
{
    /// <summary>Other runs of the workflow write beside this one.</summary>
    private const int MaximumRereads = 64;

    private readonly RecordWriter _writer = new(semel);
    private readonly DateTimeOffset _begunAt = semel.TimeProvider.GetUtcNow();
    private int _number;

    /// <exception cref="StateException">It cannot be recorded.</exception>
    public Task BeginAsync(CancellationToken cancellationToken) => WriteAsync($"{what} begun", null, [], cancellationToken);

    /// <returns>Why it could not be recorded; null where it was.</returns>
    public Task<string?> EndAsync(IReadOnlyList<StepResult> results, DestroyResult? teardown)
    {
        var failed = results.Count(result => !result.IsSuccess);
        return EndAsync(failed == 0 ? "every step succeeded" : $"{failed} of {results.Count} steps did not succeed", [.. results.Select(StepOf), .. (teardown?.Resources ?? []).Select(StepOf)]);
    }

    /// <returns>Why it could not be recorded; null where it was.</returns>
    public Task<string?> EndAsync(IReadOnlyList<DestroyedResource> resources) => EndAsync(
        $"{what}: {string.Join(", ", resources.GroupBy(resource => resource.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}").DefaultIfEmpty("nothing was there"))}",
        [.. resources.Select(StepOf)]);

    private async Task<string?> EndAsync(string reason, IReadOnlyList<RunStep> steps)
    {
        try
        {
            await WriteAsync(reason, semel.TimeProvider.GetUtcNow(), steps, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (StateException failure)
        {
            return failure.Message;
        }
    }

    private async Task WriteAsync(string reason, DateTimeOffset? endedAt, IReadOnlyList<RunStep> steps, CancellationToken cancellationToken)
    {
        var key = RunRecord.KeyOf(semel.Scope, workflow);
        for (var reread = 0; reread < MaximumRereads; reread++)
        {
            var last = await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false);
            var number = _number > 0 ? _number : (last?.Generation ?? 0) + 1;
            var record = new RunRecord { Key = key, Generation = number, BegunAt = _begunAt, EndedAt = endedAt, Steps = steps, Provenance = new(semel.TimeProvider.GetUtcNow(), "", "", reason) };
            if (await _writer.TryWriteAsync(record, last?.Version ?? 0, cancellationToken).ConfigureAwait(false) is null) continue;
            _number = number;
            return;
        }

        throw new StateException($"The run of '{workflow}' could not be recorded: others wrote its record {MaximumRereads} times in a row.");
    }

    private static RunStep StepOf(DestroyedResource resource) => new(
        Destroyer.StepOf(resource.Key), resource.State.ToString(), resource.Reason, null, TimeSpan.Zero,
        [new RunResource(resource.Key.Model, resource.Key.Instance, resource.Id ?? "", resource.State.ToString(), resource.Reason)]);

    /// <summary>Messages of errors that are not Semel's may hold anything: their type is recorded alone.</summary>
    private static RunStep StepOf(StepResult result) => new(
        result.Step, result.State.ToString(),
        result.Error is null or SemelException or TimeoutException ? result.Reason : result.Error.GetType().Name,
        result.BegunAt, result.Elapsed, [.. result.Resources.Select(resource => new RunResource(resource.Key.Model, resource.Key.Instance, resource.Id, resource.Outcome.ToString(), resource.Reason))]);
}

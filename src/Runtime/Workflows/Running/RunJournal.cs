using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>Records a run: once when it begins, once when it ends. What it did meanwhile is in the records of the resources, each with the run that wrote it.</summary>
internal sealed class RunJournal(SemelContext semel, string workflow, DateTimeOffset begunAt)
{
    /// <summary>Other runs of the workflow write beside this one.</summary>
    private const int MaximumRereads = 64;

    private readonly RecordWriter _writer = new(semel);
    private int _number;

    /// <exception cref="StateException">It cannot be recorded.</exception>
    public Task BeginAsync(CancellationToken cancellationToken) => WriteAsync("begun", null, [], cancellationToken);

    /// <returns>Why it could not be recorded; null where it was.</returns>
    public async Task<string?> EndAsync(IReadOnlyList<StepResult> results)
    {
        try
        {
            var failed = results.Count(result => !result.IsSuccess);
            await WriteAsync(failed == 0 ? "every step succeeded" : $"{failed} of {results.Count} steps did not succeed", semel.TimeProvider.GetUtcNow(), [.. results.Select(StepOf)], CancellationToken.None).ConfigureAwait(false);
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
            var record = new RunRecord { Key = key, Generation = number, BegunAt = begunAt, EndedAt = endedAt, Steps = steps, Provenance = new(semel.TimeProvider.GetUtcNow(), "", "", reason) };
            if (await _writer.TryWriteAsync(record, last?.Version ?? 0, cancellationToken).ConfigureAwait(false) is null) continue;
            _number = number;
            return;
        }

        throw new StateException($"The run of '{workflow}' could not be recorded: others wrote its record {MaximumRereads} times in a row.");
    }

    /// <summary>Messages of errors that are not Semel's may hold anything: their type is recorded alone.</summary>
    private static RunStep StepOf(StepResult result) => new(
        result.Step, result.State.ToString(),
        result.Error is null or SemelException or TimeoutException ? result.Reason : result.Error.GetType().Name,
        result.BegunAt, result.Elapsed, [.. result.Resources.Select(resource => new RunResource(resource.Key.Model, resource.Key.Instance, resource.Id, resource.Outcome.ToString(), resource.Reason))]);
}

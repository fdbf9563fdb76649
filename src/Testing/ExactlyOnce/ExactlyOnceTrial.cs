namespace Semel.Testing;

/// <summary>A client's runs under one fault.</summary>
internal sealed class ExactlyOnceTrial(CreateTarget target, Func<ClientRun, Task<string>> client, ExactlyOnceOptions options, string name)
{
    private int _runs;
    private string? _known;
    private string? _earlier;
    private string? _lastError;

    public async Task<ExactlyOnceRow> RunAsync(CreateFault fault, CancellationToken cancellationToken)
    {
        HashSet<string> before = [.. await target.LiveIdsAsync().ConfigureAwait(false)];
        using var handler = new FaultHandler(target.CreateHandler());
        IReadOnlyList<Fault> faults = fault.Script(target, handler);
        try
        {
            await RunUntilItSucceedsAsync(handler, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (Fault scripted in faults) scripted.Remove();
        }

        if (_known is not null && options.RunsAgain) await RunOnceAsync(handler, cancellationToken).ConfigureAwait(false);

        IReadOnlyCollection<string> after = await target.LiveIdsAsync().ConfigureAwait(false);
        bool acted = faults.Count == 0 || faults.Any(scripted => scripted.Met);
        return new ExactlyOnceRow(fault.Name, _runs, [.. after.Where(id => !before.Contains(id))], _known, _earlier, acted, _lastError);
    }

    private async Task RunUntilItSucceedsAsync(FaultHandler handler, CancellationToken cancellationToken)
    {
        while (_known is null && _runs < options.MaximumRuns) await RunOnceAsync(handler, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunOnceAsync(FaultHandler handler, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using HttpClient http = CreateClient(handler);
        string? earlier = _known;
        _known = null;
        try
        {
            string? id = await client(new ClientRun(http, name, ++_runs, cancellationToken)).ConfigureAwait(false);
            if (string.IsNullOrEmpty(id)) _lastError = "it gave no id";
            else _known = id;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // whatever a program dies of, its user starts it again
            _lastError = $"{failure.GetType().Name}: {failure.Message}";
        }

        if (earlier != _known) _earlier = earlier;
    }

    private HttpClient CreateClient(FaultHandler handler)
    {
        var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = target.BaseAddress };
        if (target.CreateClient is null) return http;
        using HttpClient model = target.CreateClient();
        http.BaseAddress = model.BaseAddress;
        http.DefaultRequestHeaders.Authorization = model.DefaultRequestHeaders.Authorization;
        return http;
    }
}

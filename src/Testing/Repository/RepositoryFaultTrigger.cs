using Semel.Testing.Faults;
using Semel.Testing.Repository;

namespace Semel.Testing;

/// <summary>Calls at one point that were chosen; each method but <see cref="Where"/> scripts one fault for them.</summary>
public sealed class RepositoryFaultTrigger
{
    private readonly FaultRepository _repository;
    private readonly FaultList<RepositoryCall, RepositoryEffect> _faults;
    private readonly RepositoryPoint _point;
    private readonly Func<RepositoryCall, bool> _matches;

    internal RepositoryFaultTrigger(
        FaultRepository repository, FaultList<RepositoryCall, RepositoryEffect> faults, RepositoryPoint point, Func<RepositoryCall, bool> matches) =>
        (_repository, _faults, _point, _matches) = (repository, faults, point, matches);

    /// <summary>Only calls of which this is true: <c>call => call.Record is LiveRecord</c>.</summary>
    public RepositoryFaultTrigger Where(Func<RepositoryCall, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        return new RepositoryFaultTrigger(_repository, _faults, _point, call => _matches(call) && matches(call));
    }

    /// <summary>The call throws; before a write nothing is written, after one it is.</summary>
    /// <param name="failure">Makes the exception; null: a <see cref="StateException"/>.</param>
    public Fault Throw(Func<Exception>? failure = null) => Script(new RepositoryEffect((fault, _) =>
    {
        fault.CountHit();
        return Task.FromException(failure?.Invoke() ?? new StateException("Scripted: the repository failed."));
    }));

    /// <summary>The process dies here: this call and every later one throws <see cref="CrashException"/>, and the locks it held are free.</summary>
    public Fault Crash() => Script(new RepositoryEffect(async (fault, _) =>
    {
        await _repository.DieAsync().ConfigureAwait(false);
        fault.CountHit();
        throw new CrashException();
    }));

    /// <summary>The write is answered as where another runner was faster; nothing is written.</summary>
    /// <exception cref="InvalidOperationException">The point is not <see cref="RepositoryPoint.BeforeWrite"/>.</exception>
    public Fault LoseRace()
    {
        if (_point != RepositoryPoint.BeforeWrite) throw new InvalidOperationException($"A race is lost before a write, not at {_point}.");
        return Script(new RepositoryEffect(Count) { LosesRace = true });
    }

    /// <summary>The call waits until <see cref="Fault.Release"/> and then goes on, to the next fault on the same call first.</summary>
    public Fault Hold() => Script(new RepositoryEffect(async static (fault, cancellationToken) =>
    {
        fault.CountHit();
        await fault.Released.WaitAsync(cancellationToken).ConfigureAwait(false);
    })
    { Decides = false });

    /// <summary>Something else happens here, such as what another runner does; then the call goes on, to the next fault on it first.</summary>
    public Fault Do(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Script(new RepositoryEffect(async (fault, _) =>
        {
            await action().ConfigureAwait(false);
            fault.CountHit();
        })
        { Decides = false });
    }

    private Fault Script(RepositoryEffect effect) => _faults.Add(call => call.Point == _point && _matches(call), effect);

    private static Task Count(Fault fault, CancellationToken cancellationToken)
    {
        fault.CountHit();
        return Task.CompletedTask;
    }
}

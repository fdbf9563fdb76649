using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>What an API may expect of one run (I7), whatever is in doubt.</summary>
internal sealed class Manners(World world)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    private (Intention? Of, int Count) _creates;
    private TimeSpan? _lastInARow;
    private TimeSpan _notBefore;
    private bool _isMade;

    /// <summary>A request leaves the process.</summary>
    public void Sends(Process process, Verb verb)
    {
        if (world.Setup.Strategy != RealRuntime.Instance || world.Oracle.IsStateLost) return; // with the record it is lost what was sent before
        if (verb is not (Verb.Post or Verb.Put))
        {
            _lastInARow = null;
            return;
        }

        var intention = process.Current;
        if (!ReferenceEquals(intention, _creates.Of)) _lastInARow = null;
        _creates = (intention, ReferenceEquals(intention, _creates.Of) ? _creates.Count + 1 : 1);
        if (_creates.Count > CreatePolicy.MaximumSends) world.Oracle.SendsTooMuch($"one run sent {_creates.Count} creates for {intention}");
        // what a caller's own handler sends again under the same key is not the run's doing
        if (world.Now < _notBefore && process.Settings.Handler != HandlerKind.Resends) world.Oracle.SendsTooMuch($"a create was sent {_notBefore - world.Now} sooner than the API asked");
        if (_lastInARow is { } last && world.Now - last < ShortestPause) world.Oracle.SendsTooMuch("two creates were sent in a row without a pause");
        _lastInARow = world.Now;
    }

    /// <summary>A reply reaches it.</summary>
    public void Hears(Verb verb, ServerReply reply)
    {
        if (verb is (Verb.Post or Verb.Put) && reply.RetryAfterSeconds is { } seconds) _notBefore = world.Now + TimeSpan.FromSeconds(seconds);
        if (verb is Verb.Post or Verb.Put) _isMade = reply.Status is >= 200 and < 300;
        if (verb != Verb.Get || reply.Status != 404 || !_isMade) return;
        (_creates, _isMade) = (default, false); // what it made is gone: another create begins
    }
}

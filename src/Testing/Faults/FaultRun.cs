using Semel.Testing.Http;

namespace Semel.Testing.Faults;

/// <summary>One fault acting on one request.</summary>
internal sealed class FaultRun(Fault fault, FaultEffect effect)
{
    private bool _marked;

    public bool KeepsWorking => effect.KeepsWorking;

    public Task Released => fault.Released;

    public Task<Reply?> BeforeAsync(FaultSituation situation) => effect.Before(this, situation);

    public Task<Reply> AfterAsync(FaultSituation situation, Reply reply) => effect.After(this, situation, reply);

    /// <summary>Tells who awaits <see cref="Fault.Hit"/>; once.</summary>
    public void Mark()
    {
        if (_marked) return;
        _marked = true;
        fault.CountHit();
    }
}

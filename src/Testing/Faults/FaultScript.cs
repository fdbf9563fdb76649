using Semel.Testing.Faults;
using Semel.Testing.Http;

namespace Semel.Testing;

/// <summary>The faults that a server is to have, in the order in which they were scripted.</summary>
/// <remarks>
/// A request meets every matching fault that is not used up, up to the first that decides its fate; the faults
/// after that one wait for the next request. So <c>LoseReply()</c> and then <c>Reject(503)</c> on the same path
/// lose the first reply and reject the second request.
/// </remarks>
public sealed class FaultScript
{
    private readonly FaultList<CloudRequest, FaultEffect> _faults = new(static effect => effect.Decides);

    internal FaultScript()
    {
    }

    /// <summary>Chooses the requests; what follows chooses the fault.</summary>
    /// <param name="method"><c>POST</c>, or <c>*</c> for every method.</param>
    /// <param name="path">
    /// The path: <c>/v1/servers</c>, <c>/v1/servers/*</c> or <c>/v1/servers/{id}</c>, where a star or a name in braces
    /// stands for one segment; query parameters that it names must be there: <c>/v1/servers?page=3</c>.
    /// </param>
    public FaultTrigger On(string method, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(path);
        var pattern = new PathPattern(path);
        return new FaultTrigger(this, request =>
            (method == "*" || request.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && pattern.Matches(request.Path, request.Query));
    }

    /// <summary>Removes every fault; requests that one holds are let go.</summary>
    public void Clear() => _faults.Clear();

    internal Fault Add(Func<CloudRequest, bool> matches, FaultEffect effect) => _faults.Add(matches, effect);

    internal IReadOnlyList<FaultRun> Take(CloudRequest request) =>
        [.. _faults.Take(request).Select(taken => new FaultRun(taken.Fault, taken.Effect))];
}

using System.Globalization;
using Semel.Testing.Faults;
using Semel.Testing.Http;

namespace Semel.Testing;

/// <summary>Requests that were chosen; each method scripts one fault for them.</summary>
public sealed partial class FaultTrigger
{
    private readonly FaultScript _script;
    private readonly Func<CloudRequest, bool> _matches;

    internal FaultTrigger(FaultScript script, Func<CloudRequest, bool> matches)
    {
        (_script, _matches) = (script, matches);
    }

    /// <summary>Only requests whose body has this <c>name</c>.</summary>
    public FaultTrigger Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new FaultTrigger(_script, request => _matches(request)
            && request.Body?["name"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out string? text) && text == name);
    }

    private Fault Script(FaultEffect effect) => _script.Add(_matches, effect);

    private Fault Instead(Func<Reply> reply) =>
        Script(new FaultEffect { Before = (_, _) => Task.FromResult<Reply?>(reply()) });

    private Fault Afterwards(Func<FaultSituation, Reply, Reply> change) =>
        Script(new FaultEffect { After = (_, situation, reply) => Task.FromResult(change(situation, reply)) });

    private static Reply Standard(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        string id = StandardId(status);
        return Reply.Problem(status, id, $"Scripted: {id}.");
    }

    private static string StandardId(int status) => status switch
    {
        400 => "bad_request",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not_found",
        409 => "already_exists",
        422 => "unprocessable_entity",
        429 => "too_many_requests",
        503 => "unavailable",
        _ => "status_" + status.ToString(CultureInfo.InvariantCulture),
    };
}

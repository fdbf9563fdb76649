using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Asks how an operation stands that creates a resource.</summary>
internal sealed class OperationReader(HttpClient http, SemelContext semel, Wanted wanted, ResourceReader reader)
{
    private readonly ResourceProbe _probe = new(http, semel);
    private readonly SecretScrubber _secrets = SecretScrubber.Of(wanted.Input, wanted.Resource.Secrets);

    public async Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken)
    {
        if (wanted.Resource.Operation is not { } described) return new CreateEvent.NotKnown(null, "the model describes no operations any more");
        if (!Uri.TryCreate(operation, UriKind.Absolute, out var address)) return new CreateEvent.NotKnown(null, "the recorded operation is no address");
        if (new ResourceServers(http, semel, wanted.Resource).Reached(address) is not { } reached) return new CreateEvent.NotKnown(null, OperationAddress.Refuse(address, http));
        return await _probe.GetAsync(new ApiRequest(HttpMethod.Get, reached).Like(wanted.Call, wanted.Resource.CarriedParameters), null, cancellationToken).ConfigureAwait(false) switch
        {
            ReadReply.Present present => await StateOfAsync(described, present.Body, present.RetryAfter, cancellationToken).ConfigureAwait(false),
            ReadReply.Absent => new CreateEvent.SeenAbsent(),
            ReadReply.Unknown unknown => new CreateEvent.NotKnown(unknown.Status, unknown.Evidence, unknown.Error),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private async Task<CreateEvent> StateOfAsync(LongRunningOperation operation, JsonObject body, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        if (PropertyValue.Text(body, operation.Status) is not { } status)
            return new CreateEvent.NotKnown(200, $"the operation has no status at '{operation.Status}'");
        if (PropertyValue.IsOneOf(status, operation.Failed)) return await WhenFailedAsync(IdIn(operation, body), WhyFailed(operation, body, status), cancellationToken).ConfigureAwait(false);
        if (!PropertyValue.IsOneOf(status, operation.Succeeded)) return new CreateEvent.OperationRunning(retryAfter);
        return IdIn(operation, body) is { } id
            ? new CreateEvent.OperationSucceeded(id)
            : new CreateEvent.NotKnown(200, $"the operation succeeded, but names no resource{(operation.ResourceId is null ? "" : $" at '{operation.ResourceId}'")}");
    }

    /// <summary>Some operations fail and leave a resource in an error state: nothing was made only if it isn't there.</summary>
    private async Task<CreateEvent> WhenFailedAsync(string? id, string evidence, CancellationToken cancellationToken)
    {
        if (id is null) return new CreateEvent.OperationFailed(evidence);
        return await reader.FindAsync(id, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenAbsent => new CreateEvent.OperationFailed(evidence),
            CreateEvent.SeenPresent when wanted.ShowsReadiness => new CreateEvent.OperationSucceeded(id), // and reading it shows that it failed
            CreateEvent.SeenPresent => new CreateEvent.NotKnown(200, $"the operation failed ({evidence}), yet '{id}' is there; delete it"),
            var unknown => unknown,
        };
    }

    private string? IdIn(LongRunningOperation operation, JsonObject body)
    {
        if (wanted.IsChosen) return wanted.Name;
        return operation.ResourceId is { } path && ResourceReader.Text(body, path) is { Length: > 0 } id ? id : null;
    }

    private string WhyFailed(LongRunningOperation operation, JsonObject body, string status)
    {
        var dot = operation.Status.LastIndexOf('.');
        var envelope = dot < 0 ? null : JsonPathAccess.Read(body, operation.Status[..dot]);
        var problem = ProblemText.Of(envelope, _secrets) ?? ProblemText.Of(body, _secrets);
        return $"status '{_secrets.Scrub(status)}'{(problem is null ? "" : $": {problem}")}";
    }
}

using Semel.Testing.Http;

namespace Semel.Testing.Faults;

/// <summary>What a fault may see; <paramref name="Gone"/> says that the client has given up or that the server stops.</summary>
internal sealed record FaultSituation(CloudRequest Request, TimeProvider Clock, CancellationToken Gone, CancellationToken Stopping);

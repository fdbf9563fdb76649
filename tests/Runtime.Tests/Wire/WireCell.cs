namespace Semel.Runtime.Tests.Wire;

/// <summary>What came of one fault behind one client: POSTs that reached the server whole, and what Semel made of the reply.</summary>
/// <param name="Version">1 or 2.</param>
/// <param name="Fault">The row.</param>
/// <param name="Client">The column.</param>
/// <param name="Create">Semel's create, which always has a body.</param>
/// <param name="Action">Semel's POST of an operation without a body.</param>
/// <param name="BareNull">HttpClient, null content.</param>
/// <param name="BareEmpty">HttpClient, empty content.</param>
/// <param name="BareJson">HttpClient, JSON.</param>
internal sealed record WireCell(int Version, WireFault Fault, WireClient Client, (int Posts, CreateReply Reply) Create, int Action, int BareNull, int BareEmpty, int BareJson)
{
    /// <summary>What is wrong with what Semel did.</summary>
    public IEnumerable<string> Problems()
    {
        var wanted = Fault.IsRefused || Client.KeepsBody ? 0 : 1;
        if (Create.Posts != wanted) yield return $"{this}: the create reached the server {Create.Posts} times, not {wanted}";
        if (Action != wanted) yield return $"{this}: the POST without a body reached the server {Action} times, not {wanted}";
        if (Create is { Posts: > 0, Reply: CreateReply.NotApplied proof } && !Fault.IsRejection) yield return $"{this}: 'not applied' ({proof.Evidence}), but the server could have applied it";
        if (Create is { Posts: 0, Reply: CreateReply.Applied or CreateReply.Exists }) yield return $"{this}: {Create.Reply}, but nothing arrived";
    }

    public override string ToString() => $"HTTP/{Version}, {Fault.Name}, {Client.Name}";
}

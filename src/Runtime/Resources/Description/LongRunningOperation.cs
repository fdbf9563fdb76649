namespace Semel;

/// <summary>How a create that is answered with 202 is followed.</summary>
/// <param name="Header">Header of the reply with the operation's address: <c>Operation-Location</c>; null where the body names it. One at another scheme, host or port than the API's is not followed, since the request carries credentials.</param>
/// <param name="IdInReply">Property path in the reply of the operation's id; null where the header names it.</param>
/// <param name="Path">Template of the path that reads the operation, with one parameter beside those of the create's path; null where the header gives the address.</param>
/// <param name="Status">Property path of the status in the operation: <c>operation.status</c>.</param>
/// <param name="Succeeded">Values that mean that the resource was created; case is ignored.</param>
/// <param name="Failed">Values that mean that it was not; case is ignored. Where it names a resource all the same, that is read before it is believed.</param>
/// <param name="ResourceId">Property path of the resource's id in the operation; null where the create's reply named it.</param>
public sealed record LongRunningOperation(
    string? Header, string? IdInReply, string? Path, string Status, IReadOnlyList<string> Succeeded, IReadOnlyList<string> Failed, string? ResourceId);

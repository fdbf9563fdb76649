namespace Semel.Generator.Model;

/// <summary>How a create that is answered with 202 is followed.</summary>
/// <param name="Header">Header of the reply with the operation's address, or null.</param>
/// <param name="IdInReply">Property path in the reply of the operation's id: <c>operation.id</c>; null where the header names it.</param>
/// <param name="Path">The path whose GET reads the operation; null where the header gives the address.</param>
/// <param name="Status">Property path of the status in what that GET answers.</param>
/// <param name="ResourceId">Property path of the resource's id there, or null.</param>
internal sealed record LongRunningModel(
    string? Header, string? IdInReply, string? Path, string Status, EquatableArray<string> Succeeded, EquatableArray<string> Failed, string? ResourceId);

namespace Semel;

/// <summary>When a resource is ready and when it failed, by one property; any other value means that it is on its way.</summary>
/// <param name="Property">Property path in the resource: <c>status</c>.</param>
/// <param name="Ready">Values that mean ready; case is ignored.</param>
/// <param name="Failed">Values that mean that it will not become ready; case is ignored.</param>
public sealed record ReadyCondition(string Property, IReadOnlyList<string> Ready, IReadOnlyList<string> Failed);

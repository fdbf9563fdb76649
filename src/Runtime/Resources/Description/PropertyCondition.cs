namespace Semel;

/// <summary>True of a resource whose property has one of some values.</summary>
/// <param name="Property">Property path in the resource: <c>status.state</c>.</param>
/// <param name="Values">The values, as text; case is ignored.</param>
public sealed record PropertyCondition(string Property, IReadOnlyList<string> Values);

namespace Semel.Generator.Model;

/// <param name="Property">Property path in the resource: <c>status</c>.</param>
/// <param name="Ready">What it holds where the resource is ready.</param>
/// <param name="Failed">What it holds where it will not become ready.</param>
internal sealed record ReadyModel(string Property, EquatableArray<string> Ready, EquatableArray<string> Failed);

/// <param name="Property">Property path in the resource: <c>status</c>.</param>
/// <param name="Values">Every value that the document lists.</param>
internal sealed record StatesModel(string Property, EquatableArray<string> Values);

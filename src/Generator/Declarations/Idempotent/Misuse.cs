namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Ends the reading of one create: what it declares cannot be emitted.</summary>
internal sealed class Misuse(string id, params string[] arguments) : Exception
{
    public string Id { get; } = id;

    public string[] Arguments { get; } = arguments;
}

namespace Semel;

/// <summary>Says that a create need not be idempotent, and why: the rules about it are silent then.</summary>
/// <param name="reason">Why a second resource does no harm, or how it is kept from being made, in a sentence for the next reader.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class NonIdempotentAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}

namespace Semel;

/// <summary>A resource of a step of a run.</summary>
/// <param name="Model">The model of its key.</param>
/// <param name="Instance">The instance of its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Outcome">What was done: the name of an <see cref="Semel.Outcome"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record RunResource(string Model, string Instance, string Id, string Outcome, string Reason);

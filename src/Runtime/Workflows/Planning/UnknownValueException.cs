namespace Semel.Workflows;

/// <summary>A plan came to a value that only a create will tell. The planner takes it as "known after apply"; a body need not catch it.</summary>
public sealed class UnknownValueException(string model, string property)
    : SemelException($"{model}.{property} is known after the resource is created.");

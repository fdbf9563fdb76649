namespace Semel.Workflows;

/// <summary>A step for each item. Who depends on it receives what all of them give, in the order of the items.</summary>
/// <typeparam name="T">What each step gives.</typeparam>
public sealed class Steps<T> : IOutput<IReadOnlyList<T>>
{
    private readonly IReadOnlyList<Step<T>> _steps;

    internal Steps(string name, IReadOnlyList<Step<T>> steps) => (Name, _steps) = (name, steps);

    /// <summary>The name that those of the steps begin with.</summary>
    public string Name { get; }

    /// <summary>The step of an item.</summary>
    /// <exception cref="KeyNotFoundException">There is no such item.</exception>
    public Step<T> this[string item] => _steps.FirstOrDefault(step => step.Name == $"{Name}/{item}") ?? throw new KeyNotFoundException($"'{Name}' has no item '{item}'.");

    /// <inheritdoc/>
    public IReadOnlyList<Step> Sources => _steps;

    IReadOnlyList<T> IOutput<IReadOnlyList<T>>.Read(Outputs outputs) => [.. _steps.Select(step => (T)outputs.Of(step)!)];
}

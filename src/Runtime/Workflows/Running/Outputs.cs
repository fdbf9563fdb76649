using System.Collections.Concurrent;

namespace Semel.Workflows;

/// <summary>What the steps of one run gave.</summary>
internal sealed class Outputs
{
    private readonly ConcurrentDictionary<Step, object?> _values = [];

    public bool Has(Step step) => _values.ContainsKey(step);

    public object? Of(Step step) => _values[step];

    public void Set(Step step, object? value) => _values[step] = value;
}

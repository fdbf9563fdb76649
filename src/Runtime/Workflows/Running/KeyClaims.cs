using System.Collections.Concurrent;

namespace Semel.Workflows;

/// <summary>Which step makes which resource: two that make one would undo each other.</summary>
internal sealed class KeyClaims
{
    private readonly ConcurrentDictionary<ResourceKey, Step> _steps = [];

    /// <exception cref="WorkflowException">Another step makes the resource.</exception>
    public void Claim(ResourceKey key, Step step)
    {
        var first = _steps.GetOrAdd(key, step);
        if (first != step) throw new WorkflowException($"The steps '{first.Name}' and '{step.Name}' both make {key}; nothing was sent for it by '{step.Name}'. Give one of them another name or instance.");
    }
}

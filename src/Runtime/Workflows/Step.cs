namespace Semel.Workflows;

/// <summary>One named part of a workflow.</summary>
public abstract class Step
{
    internal Step(Workflow workflow, string name, IReadOnlyList<Step> needs, StepOptions options, bool isDeclared) =>
        (Workflow, Name, Needs, Options, IsDeclared) = (workflow, name, needs, options, isDeclared);

    /// <summary>Unique in its workflow: <c>network</c>; of a step for each item, <c>server/web-1</c>.</summary>
    public string Name { get; }

    /// <summary>The steps that it receives something from: it runs when all of them have succeeded.</summary>
    public IReadOnlyList<Step> Needs { get; }

    /// <summary>How it is run.</summary>
    public StepOptions Options { get; }

    internal Workflow Workflow { get; }

    /// <summary>It says what to create and does nothing else, so that its key can be known before anything is sent.</summary>
    internal bool IsDeclared { get; }

    /// <summary>The step of this name, or one of the steps of this group.</summary>
    internal bool Answers(string name) => Name == name || Name.StartsWith(name + "/", StringComparison.Ordinal);

    internal abstract Task<object?> InvokeAsync(StepRun run, Outputs outputs);
}

namespace Semel;

/// <summary>One run of a workflow, or one destroy or sweep of it. The versions of a workflow's record are its runs: one version when a run begins, one when it ends.</summary>
public sealed record RunRecord : ResourceRecord
{
    /// <summary>The model under which runs are recorded; no model has such a name.</summary>
    public const string Model = "$runs";

    /// <summary>When the run began.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it ended; null: it runs, or was killed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of each step, or of each resource; empty until the run has ended.</summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>The key of a workflow's runs.</summary>
    public static ResourceKey KeyOf(string scope, string workflow) => new(scope, Model, workflow);
}

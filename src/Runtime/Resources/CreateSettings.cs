using System.Text.Json.Nodes;

namespace Semel;

/// <summary><see cref="CreateOptions{T}"/> without the model's type.</summary>
internal sealed record CreateSettings
{
    public static readonly CreateSettings None = new();

    public Recreate Recreate { get; init; }

    /// <summary>The resource is told from others by all that is wanted of it: it has no name.</summary>
    public bool IsItsContent { get; init; }

    public Func<JsonObject, Readiness>? ReadyWhen { get; init; }

    public IReadOnlyList<FollowUpAction> FollowUps { get; init; } = [];

    public static CreateSettings Of<T>(CreateOptions<T> options) where T : View, IView<T> => new()
    {
        Recreate = options.Recreate,
        ReadyWhen = options.ReadyWhen is { } isReady ? json => isReady(T.Wrap(json)) : null,
        FollowUps = [.. options.FollowUps.Select(followUp => new FollowUpAction(
            followUp.Name, (json, cancellationToken) => followUp.RunAsync(T.Wrap(json), cancellationToken), followUp.IsDone))],
    };
}

/// <summary><see cref="FollowUp{T}"/> without the model's type.</summary>
internal sealed record FollowUpAction(string Name, Func<JsonObject, CancellationToken, Task> RunAsync, Func<Exception, bool>? IsDone);

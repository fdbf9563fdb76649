namespace Semel;

/// <summary>A resource that a hand-written look found.</summary>
/// <param name="Id">Its id, as text.</param>
public sealed record FoundResource(string Id)
{
    /// <summary>Texts of the resource that may hold a marker, such as its tags. Default: none.</summary>
    public IEnumerable<string?> Markers { get; init; } = [];

    /// <summary>True: it was found by the name that is wanted. False: only its marker can make it ours. Default: true.</summary>
    public bool HasName { get; init; } = true;

    /// <summary>A resource that was found.</summary>
    /// <param name="id">Its id, as text.</param>
    /// <param name="markers">Texts of it that may hold a marker.</param>
    /// <param name="hasName">It was found by the name that is wanted.</param>
    /// <exception cref="InvalidOperationException">It has no id.</exception>
    public static FoundResource Of(string? id, IEnumerable<string?>? markers = null, bool hasName = true) => string.IsNullOrWhiteSpace(id)
        ? throw new InvalidOperationException("What was found has no id.")
        : new(id) { Markers = markers ?? [], HasName = hasName };

    /// <summary>None or one.</summary>
    public static IReadOnlyList<FoundResource> One<T>(T? item, Func<T, FoundResource> show) where T : class => item is null ? [] : [Shown(show)(item)];

    /// <inheritdoc cref="One{T}(T, Func{T, FoundResource})"/>
    public static IReadOnlyList<FoundResource> One<T>(T? item, Func<T, FoundResource> show) where T : struct => item is null ? [] : [Shown(show)(item.Value)];

    /// <summary>All of a sequence; null counts as empty.</summary>
    public static IReadOnlyList<FoundResource> All<T>(IEnumerable<T>? items, Func<T, FoundResource> show) => items is null ? [] : [.. items.Select(Shown(show))];

    /// <summary>All of an asynchronous sequence.</summary>
    public static async Task<IReadOnlyList<FoundResource>> AllAsync<T>(IAsyncEnumerable<T> items, Func<T, FoundResource> show, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var found = new List<FoundResource>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false)) found.Add(Shown(show)(item));
        return found;
    }

    /// <summary>A text that may hold a marker.</summary>
    public static IEnumerable<string?> Texts(string? text) => [text];

    /// <summary>Texts that may hold a marker.</summary>
    public static IEnumerable<string?> Texts(IEnumerable<string?>? texts) => texts ?? [];

    /// <summary>A map whose values may hold a marker.</summary>
    public static IEnumerable<string?> Texts(IEnumerable<KeyValuePair<string, string>>? map) => map?.Select(pair => pair.Value) ?? [];

    private static Func<T, FoundResource> Shown<T>(Func<T, FoundResource> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return show;
    }
}

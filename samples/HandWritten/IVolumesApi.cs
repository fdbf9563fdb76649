using Semel;

namespace InternalApi;

#region interface
/// <summary>The volumes of the same API, behind an interface that callers know.</summary>
public interface IVolumesApi
{
    /// <summary>Creates a volume. The API recognises a repeat by the header Idempotency-Key, which no parameter carries.</summary>
    [Idempotent(Key = "name", Read = nameof(GetAsync), IdempotencyKey = "Idempotency-Key")]
    Task<Volume> CreateAsync(string name, int gigabytes, CancellationToken cancellationToken = default);

    /// <summary>One volume; null where there is none of that id.</summary>
    Task<Volume?> GetAsync(string id, CancellationToken cancellationToken = default);
}
#endregion

/// <summary>A disk.</summary>
/// <param name="Id">The id that the API gave it.</param>
/// <param name="Name">Its name.</param>
public sealed record Volume(string Id, string Name);

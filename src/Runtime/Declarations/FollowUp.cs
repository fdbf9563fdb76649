namespace Semel;

/// <summary>Something to do once after a resource was created: attach it, tag it, tell somebody.</summary>
/// <remarks>It is recorded as done after it returned. A crash in between runs it again: say in <paramref name="IsDone"/> how the API answers then.</remarks>
/// <typeparam name="T">The resource's model.</typeparam>
/// <param name="Name">Names it in the record; unique within a create, and stable; the runtime's own begin with <c>$</c>.</param>
/// <param name="RunAsync">Does it.</param>
/// <param name="IsDone">True for an error that means "done already", such as an <see cref="ApiException"/> of status 409. Default: none does.</param>
public sealed record FollowUp<T>(string Name, Func<T, CancellationToken, Task> RunAsync, Func<Exception, bool>? IsDone = null);

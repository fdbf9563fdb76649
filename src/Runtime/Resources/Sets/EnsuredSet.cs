namespace Semel;

/// <summary>A set under a resource, such as its members, rules or attachments, once it is as wanted. Each item by its id.</summary>
/// <param name="Added">What was missing.</param>
/// <param name="Changed">What was there and not as wanted: updated, or removed and added.</param>
/// <param name="Removed">What is wanted no more, and what others added to a set that is ours alone.</param>
/// <param name="Kept">What was as wanted: nothing was sent.</param>
/// <param name="Others">What others added, and stays.</param>
public sealed record EnsuredSet(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, IReadOnlyList<string> Kept, IReadOnlyList<string> Others);

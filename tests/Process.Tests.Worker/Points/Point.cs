namespace Semel.Processes;

/// <summary>The named points of a create and of a delete, in the order in which they are passed.</summary>
internal static class Point
{
    /// <summary>Nothing is done yet.</summary>
    public const string Ready = "ready";

    /// <summary>Between the two looks of a create in doubt.</summary>
    public const string Waiting = "waiting";

    /// <summary>Of a create that finds no record and no resource.</summary>
    public static IReadOnlyList<string> OfCreate { get; } =
    [
        "locked", "find", "get-send", "get-reply-headers",
        "intent-write", "intent-prepared", "intent-published", "intent-written",
        "create-connect", "create-connected", "create-send", "create-first-byte", "create-half", "create-all-but-one", "create-sent",
        "create-reply-byte", "create-reply-headers",
        "live-write", "live-prepared", "live-kept", "live-published", "live-written", "unlocked",
    ];

    /// <summary>Of a delete whose record names the resource.</summary>
    public static IReadOnlyList<string> OfDelete { get; } =
    [
        "lock", "locked", "deleting-write", "deleting-prepared", "deleting-published", "deleting-written",
        "delete-connect", "delete-send", "delete-all-but-one", "delete-sent", "delete-reply-headers",
        "tombstone-write", "tombstone-prepared", "tombstone-published", "tombstone-written", "unlock",
    ];

    /// <summary>True when all bytes of the POST have been sent at this point.</summary>
    public static bool MayBeApplied(string point) => OfCreate.Index().First(item => item.Item == point).Index >= OfCreate.Index().First(item => item.Item == "create-sent").Index;
}

using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Whole;

/// <summary>A path that ends in <c>actions</c>, or in a verb, says what is done, not what there is: <c>/login</c>, <c>/search</c>, <c>/domains/import</c>.</summary>
internal static class ActionRule
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "accept", "acknowledge", "activate", "add", "apply", "approve", "archive", "assign", "attach", "authenticate", "authorize", "batch", "bulk", "calculate", "cancel", "change", "check",
        "clear", "clone", "close", "complete", "confirm", "convert", "copy", "count", "deactivate", "decline", "decrypt", "delete", "deny", "detach", "disable", "dispatch",
        "download", "duplicate", "enable", "encrypt", "estimate", "evaluate", "execute", "expire", "export", "finalize", "find", "finish", "generate", "import", "install", "invoke",
        "join", "leave", "link", "lock", "login", "logout", "lookup", "merge", "migrate", "move", "pause", "ping", "preview", "promote", "publish", "purge", "query", "reboot",
        "recover", "refresh", "regenerate", "reject", "remove", "rename", "render", "reopen", "replay", "resend", "reset", "resize", "resolve", "restart", "restore", "resume", "retry",
        "revoke", "rotate", "scroll", "search", "send", "shutdown", "signin", "signout", "signup", "simulate", "start", "stop", "submit", "suspend", "sync", "terminate", "test", "toggle",
        "trigger", "unarchive", "unassign", "uninstall", "unlink", "unlock", "unpublish", "unsubscribe", "update", "upgrade", "upload", "validate", "verify",
    };

    public static bool IsAction(string path) => LastWords(path) is { Count: > 0 } words && words[words.Count - 1] is "action" or "actions";

    /// <summary>Whether the word is such a verb.</summary>
    public static bool IsVerbAlone(string word) => Verbs.Contains(word);

    /// <summary>The verb alone, or in front of what it is done to: <c>resetPassword</c>.</summary>
    public static bool IsVerb(string path) => LastWords(path) is { Count: > 0 } words && Verbs.Contains(words[0]);

    /// <summary>A verb that isn't the beginning of what there are several of: <c>/render</c>, but not <c>/check-runs</c>.</summary>
    public static bool IsDone(string path) => IsVerb(path) && LastWords(path) is var words && (words.Count == 1 || Noun.Singular(words[words.Count - 1]) == words[words.Count - 1]);

    private static IReadOnlyList<string> LastWords(string path) => Words.Of(PathTable.Segments(path).LastOrDefault(segment => PathTable.Parameter(segment) is null) ?? "");
}

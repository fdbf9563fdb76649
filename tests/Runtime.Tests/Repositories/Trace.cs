using System.Text.RegularExpressions;

namespace Semel.Runtime.Tests;

/// <summary>The system calls of a process that succeeded, as strace saw them.</summary>
internal static partial class Trace
{
    public const string Calls = "trace=write,pwrite64,pwritev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat";

    /// <summary>Runs strace over nothing to see whether it may be used.</summary>
    public static void Require() => Assert.SkipUnless(OperatingSystem.IsLinux() && Worker.CanRun("strace", "-f", "-e", Calls, "true"), "Needs strace, and the right to trace.");

    /// <summary>In the order in which they ended; a call that other threads interrupted in the output is put together again.</summary>
    public static IReadOnlyList<Call> Read(IEnumerable<string> lines)
    {
        var calls = new List<Call>();
        var begun = new Dictionary<string, (string Text, int Line)>();
        foreach (var (index, line) in lines.Index())
        {
            var process = line.Split(' ', 2)[0];
            var text = line[process.Length..].TrimStart();
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[process] = (text[..^"<unfinished ...>".Length], index);
                continue;
            }
            var began = index;
            if (Resumed().Match(text) is { Success: true } resumed && begun.Remove(process, out var start)) (text, began) = (start.Text + text[resumed.Length..], start.Line);
            if (Finished().Match(text) is not { Success: true } found) continue;
            var paths = Quoted().Matches(found.Groups["rest"].Value).Select(match => match.Groups[1].Value).ToList();
            calls.Add(new(Kind(found.Groups["name"].Value), found.Groups["path"].Success ? found.Groups["path"].Value : "", paths, began, index));
        }
        return calls;
    }

    private static CallKind Kind(string name) => name switch
    {
        "fsync" or "fdatasync" => CallKind.Flush,
        _ when name.StartsWith("rename", StringComparison.Ordinal) => CallKind.Rename,
        _ when name.StartsWith("unlink", StringComparison.Ordinal) => CallKind.Remove,
        _ when name.StartsWith("mkdir", StringComparison.Ordinal) => CallKind.MakeFolder,
        _ => CallKind.Write,
    };

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((\d+<(?<path>[^>]*)>)?(?<rest>.*)\)\s+= \d+$")]
    private static partial Regex Finished();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}

internal enum CallKind
{
    Write,
    Flush,
    Rename,
    Remove,
    MakeFolder,
}

/// <param name="Kind">What it does.</param>
/// <param name="File">The open file that it works on; empty where it names its files.</param>
/// <param name="Texts">The names, or the data, that it was given.</param>
/// <param name="Began">Line of its beginning.</param>
/// <param name="Ended">Line of its end.</param>
internal sealed record Call(CallKind Kind, string File, IReadOnlyList<string> Texts, int Began, int Ended);

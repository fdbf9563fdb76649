namespace Semel.Generator.Documents;

/// <summary>Paths as references write them: with slashes, and relative to the folder of the declared document.</summary>
internal static class RelativePath
{
    private static readonly char[] Slashes = ['/', '\\'];

    /// <summary>Where a reference in a file leads: <c>shared/b.yml</c> for <c>../shared/b.yml</c> in <c>resources/a.yml</c>.</summary>
    public static string Combine(string file, string reference) => Clean(Folder(file) + reference);

    /// <summary>Everything in front of the file's name, with the slash at its end; empty where nothing is.</summary>
    public static string Folder(string file) => file.Substring(0, file.LastIndexOfAny(Slashes) + 1);

    /// <summary>The name of a path with either slash.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(Slashes) + 1);

    /// <summary>With slashes only, and without the steps <c>.</c> and <c>..</c> where they can be taken.</summary>
    public static string Clean(string path)
    {
        path = path.Replace('\\', '/');
        if (path.IndexOf("./", StringComparison.Ordinal) < 0 && path.IndexOf("//", StringComparison.Ordinal) < 0) return path;
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == "." || (step.Length == 0 && steps.Count > 0)) continue;
            if (step == ".." && steps.Count > 0 && steps[steps.Count - 1] is not (".." or "")) steps.RemoveAt(steps.Count - 1);
            else steps.Add(step);
        }

        return string.Join("/", steps);
    }
}

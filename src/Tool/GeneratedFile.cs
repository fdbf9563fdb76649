using System.Text;

namespace Semel.Tool;

/// <summary>Where the files go.</summary>
/// <param name="Folder">The folder of the sources.</param>
/// <param name="Report">The report's file, or null.</param>
/// <param name="Check">Nothing is written.</param>
internal sealed record Destination(string Folder, string? Report, bool Check)
{
    public IReadOnlyList<GeneratedFile> Files(Generated generated) =>
    [
        .. generated.Sources.Select(source => new GeneratedFile(Path.Combine(Folder, source.Name), source.Utf8)),
        .. Report is null ? Array.Empty<GeneratedFile>() : [new GeneratedFile(Report, Encoding.UTF8.GetBytes(generated.Report()))],
    ];
}

/// <param name="Path">Where it goes.</param>
/// <param name="Utf8">What it is to hold.</param>
internal sealed record GeneratedFile(string Path, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>The file is there and holds that.</summary>
    public bool IsThere() => File.Exists(Path) && new FileInfo(Path).Length == Utf8.Length && File.ReadAllBytes(Path).AsSpan().SequenceEqual(Utf8.Span);

    /// <summary>Writes what is not there yet, each whole or not at all; how many those were.</summary>
    public static int Write(IReadOnlyList<GeneratedFile> files)
    {
        List<GeneratedFile> changed = [.. files.Where(file => !file.IsThere())];
        var written = new List<(string Beside, string Path)>();
        try
        {
            foreach (var file in changed)
            {
                if (System.IO.Path.GetDirectoryName(file.Path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
                var beside = file.Path + ".new";
                written.Add((beside, file.Path));
                File.WriteAllBytes(beside, file.Utf8.Span);
            }

            // all of them are on the disk before the first takes its place
            foreach (var (beside, path) in written) File.Move(beside, path, overwrite: true);
        }
        finally
        {
            foreach (var (beside, _) in written) File.Delete(beside);
        }

        return changed.Count;
    }
}

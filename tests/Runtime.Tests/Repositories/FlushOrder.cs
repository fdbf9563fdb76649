namespace Semel.Runtime.Tests;

/// <summary>What has to be on the disk before what, so that a loss of power at any instant leaves a whole record.</summary>
internal static class FlushOrder
{
    /// <summary>Says what is wrong; empty where nothing is.</summary>
    /// <param name="calls">What the process did.</param>
    /// <param name="folder">The folder of the repository.</param>
    public static IReadOnlyList<string> Check(IReadOnlyList<Call> calls, string folder)
    {
        var reports = calls.Where(call => call.Kind == CallKind.Write && call.File.StartsWith("pipe:", StringComparison.Ordinal) && call.Texts is [['r', 'e', 'm', ..] or [>= '0' and <= '9', ..], ..]).ToList();
        Assert.NotEmpty(reports);
        return
        [
            .. OfFolder(CallKind.Rename).Where(call => !IsContentDurable(call)).Select(call => $"{call.Texts[0]} was renamed before its content was on the disk"),
            .. OfFolder(CallKind.Rename).Where(call => !IsFlushedBeforeTheNextStep(call, call.Texts[^1])).Select(call => $"the rename to {call.Texts[^1]} was not on the disk before the next step"),
            .. OfFolder(CallKind.Remove).Where(call => !IsFlushedBeforeTheNextStep(call, call.Texts[^1])).Select(call => $"the removal of {call.Texts[^1]} was not on the disk before the next step"),
            .. Parents().Where(parent => !calls.Any(call => call.Kind == CallKind.Flush && call.File == parent && call.Ended < reports[0].Began)).Select(parent => $"the folders in {parent} were not on the disk before the first report"),
        ];

        IEnumerable<Call> OfFolder(CallKind kind) => calls.Where(call => call.Kind == kind && call.Texts[^1].StartsWith(folder, StringComparison.Ordinal));

        bool IsContentDurable(Call rename)
        {
            var written = calls.Last(call => call.Kind == CallKind.Write && call.File == rename.Texts[0] && call.Ended < rename.Began);
            return calls.Any(call => call.Kind == CallKind.Flush && call.File == rename.Texts[0] && call.Began > written.Ended && call.Ended < rename.Began);
        }

        bool IsFlushedBeforeTheNextStep(Call change, string path)
        {
            var next = OfFolder(CallKind.Rename).Concat(OfFolder(CallKind.Remove)).Concat(reports).Where(call => call.Began > change.Ended).MinBy(call => call.Began);
            return calls.Any(call => call.Kind == CallKind.Flush && call.File == Path.GetDirectoryName(path) && call.Began > change.Ended && (next is null || call.Ended < next.Began));
        }

        // of the model's folder, up to the folder in which the repository is
        IEnumerable<string> Parents()
        {
            var record = OfFolder(CallKind.Rename).Concat(OfFolder(CallKind.Remove)).Select(call => call.Texts[^1]).First(path => path.StartsWith(folder, StringComparison.Ordinal));
            var model = Path.GetRelativePath(folder, record).Split('/').Take(2).Aggregate(folder, Path.Combine);
            for (var below = model; below.Length >= folder.Length; below = Path.GetDirectoryName(below)!) yield return Path.GetDirectoryName(below)!;
        }
    }
}

namespace Semel;

/// <summary>Where a stored record stands and how it can be had back: what an error about it has to say.</summary>
/// <param name="Location">The file or row.</param>
/// <param name="History">Where its earlier versions are.</param>
internal sealed record RecordSource(string Location, string History)
{
    public StateException Unreadable(string why, Exception? innerException = null) => new(
        $"The record {Location} cannot be read: {why}. It is not taken for absent, because its resource may exist. {Remedy}", Location, innerException);

    public StateException Newer(long format) => new(
        $"The record {Location} has format {format}; this version of Semel reads formats up to {RecordJson.CurrentFormat}. A newer version of Semel wrote it: upgrade this program's package.", Location);

    public StateException OfAnotherKey(ResourceKey found, ResourceKey wanted) => new(
        $"The record {Location} is of {found}, not of {wanted}: it was copied or renamed. Move it back to where it was. {Remedy}", Location);

    public StateException Misplaced(ResourceKey found) => new(
        $"The record {Location} is of {found}, whose place is elsewhere: it was copied or renamed. Move it back to where it was. {Remedy}", Location);

    public StateException Gap(long version) => new(
        $"Version {version} of the record {Location} is missing in {History}. Restore it from a backup, or move the versions before it away.", Location);

    public StateException Missing() => new(
        $"The record {Location} is missing, yet earlier versions of it are in {History}. It is not taken for absent, because its resource may exist. {Remedy}", Location);

    public StateException RolledBack(long current, long newer) => new(
        $"The record {Location} has version {current}, yet version {newer} is in {History}: an older version was put back. Restore the newest version.", Location);

    public StateException Vanished(long version) => new(
        $"The record {Location} is gone: version {version} of it was read before. It is not taken for absent, because its resource may exist. Nothing was written. {Remedy}", Location);

    private string Remedy =>
        $"Restore it from {History} or from a backup; or, knowing that the next run will see no record and may create the resource again, move both away.";
}

using System.Text;

namespace Semel;

/// <summary>What the tables hold of one record, checked: a record that is missing while versions of it are kept was tampered with.</summary>
/// <param name="Current">The version that is current, by the table <c>records</c>.</param>
/// <param name="Newest">The newest version that is kept, by the table <c>versions</c>.</param>
/// <param name="Content">The newest version itself.</param>
internal readonly record struct StoredRecord(long? Current, long? Newest, string? Content)
{
    /// <exception cref="StateException">The two tables contradict each other, or the content cannot be read.</exception>
    public ResourceRecord? Read(RecordSource source) => (Current, Newest) switch
    {
        (null, null) => null,
        (null, _) => throw source.Missing(),
        ({ } current, { } newest) when current < newest => throw source.RolledBack(current, newest),
        ({ } current, var newest) when current != newest => throw source.Gap(current),
        ({ } current, _) => Version(Content!, current, source),
    };

    /// <summary>One version of a record.</summary>
    public static ResourceRecord Version(string content, long version, RecordSource source)
    {
        var record = RecordJson.Read(Encoding.UTF8.GetBytes(content), source);
        return record.Version == version ? record : throw source.Unreadable($"as version {version} it holds version {record.Version}");
    }
}

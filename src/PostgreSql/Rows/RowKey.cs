using System.Text;

namespace Semel;

/// <summary>Where the rows of one record are: its storage names, which are injective and short, whatever the key's names are.</summary>
internal sealed record RowKey(string Scope, string Model, string Instance)
{
    public static RowKey Of(ResourceKey key) => new(OfScope(key.Scope), OfModel(key.Scope, key.Model), StorageName.OfInstance(key));

    public static string OfScope(string scope) => StorageName.OfScope(scope);

    public static string OfModel(string scope, string model) => StorageName.OfModel(scope, model);

    /// <summary>Bytes in the order in which .NET compares the names, which is no order of text in the database.</summary>
    public static byte[] Order(string name) => Encoding.BigEndianUnicode.GetBytes(name);

    public RecordSource Source(string place) => new($"'{Scope}', '{Model}', '{Instance}' in {place}", "the table versions");
}

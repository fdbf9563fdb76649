using System.Globalization;
using Npgsql;

namespace Semel;

/// <summary>
/// The folder of this user's local locks for one schema of one database. It is bound to what the connection string says: two
/// that name one database differently have two folders, and are then to each other like two machines.
/// </summary>
internal static class LockFolder
{
    private const int NameLength = 26;

    /// <exception cref="InvalidOperationException">This user has no folder for application data.</exception>
    public static string Of(NpgsqlDataSource source, string schema)
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? Path.Combine(data, "semel", "locks", Name(source, schema))
            : throw new InvalidOperationException("This user has no folder for application data, where the locks of runners would be. Give lockFolder: a folder on a local disk, the same for all programs of this user that use the database.");
    }

    private static string Name(NpgsqlDataSource source, string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        var hash = CanonicalTuple.Hash(
            "semel lock folder",
            (settings.Host ?? "").ToLowerInvariant(), settings.Port.ToString(CultureInfo.InvariantCulture), settings.Database ?? settings.Username ?? "", schema);
        return Base32.Encode(hash, NameLength);
    }
}

using System.Text.Json;

namespace InternalApi;

/// <summary>A private network.</summary>
/// <param name="Id">The id that the API gave it.</param>
/// <param name="Name">Its name.</param>
public sealed record Network(string Id, string Name)
{
    /// <summary>As the API shows it.</summary>
    public static Network Of(JsonElement json) => new(json.GetProperty("id").GetString()!, json.GetProperty("name").GetString()!);
}

namespace Semel;

/// <summary>The secrets that a handler added to a request, so that what an API quotes of them is kept out of errors.</summary>
internal static class Credentials
{
    private static readonly HttpRequestOptionsKey<string[]> Key = new("Semel.Credentials");

    public static void Note(HttpRequestMessage request, params IEnumerable<string> secrets) => request.Options.Set(Key, [.. Of(request), .. secrets]);

    public static IReadOnlyList<string> Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var secrets) ? secrets : [];
}

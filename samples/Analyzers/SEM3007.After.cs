using System.Net;

namespace Semel.Samples.Analyzers.SEM3007;

/// <summary>The remedy.</summary>
public static class After
{
    public static bool Exists(HttpRequestException error) => error.StatusCode == HttpStatusCode.Conflict;
}

using System.Net;

namespace Semel.Samples.Analyzers.SEM3007;

/// <summary>What the rule warns of.</summary>
public static class Before
{
    public static bool Exists(HttpRequestException error) => error.Message.Contains("already exists");
}

namespace Semel.Samples.Analyzers.SEM3010;

/// <summary>What the rule warns of.</summary>
public sealed class Before(HttpClient http)
{
    public Task RestartAsync(string id) => http.PostAsync($"/servers/{id}/restart", null);
}

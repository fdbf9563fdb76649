namespace Semel.Samples.Analyzers.SEM3010;

/// <summary>The remedy.</summary>
public sealed class After(HttpClient http)
{
    public Task RestartAsync(string id) => http.PostAsync($"/servers/{id}/restart", new ByteArrayContent([]));
}

using System.Net;
using System.Net.Http;
using System.Net.Http.Json;

namespace Keeping;

public sealed record Secret(string Name, string Version);
public sealed record Team(string Id, string Name);
public sealed class ApiError(HttpStatusCode status, string message) : Exception(message) { public HttpStatusCode StatusCode => status; }

public interface ISecretsClient
{
    Task<bool> SecretExistsAsync(string name);
    Task<Secret?> GetSecretAsync(string name);
    Task PutSecretAsync(string name, string value);
}

public sealed class Deployer(ISecretsClient secrets, TeamsClient teams)
{
    public async Task EnsureSecretAsync(string name, string value)
    {
        if (await secrets.SecretExistsAsync(name)) return;
        await secrets.[|SEM3005:PutSecretAsync|](name, value);
    }

    public async Task RotateAsync(string name, string value) => await secrets.PutSecretAsync(name, value);

    public async Task EnsureGeneratedAsync(string name)
    {
        if (!await secrets.SecretExistsAsync(name))
        {
            var password = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
            await secrets.PutSecretAsync(name, password);
        }
    }

    public async Task<Team> EnsureTeamAsync(string name)
    {
        try
        {
            return await teams.GetTeamAsync(name);
        }
        catch (ApiError e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return await teams.CreateTeamAsync(name);
        }
    }

    public async Task<Team> EnsureTeamCarelesslyAsync(string name)
    {
        try
        {
            return await teams.GetTeamAsync(name);
        }
        [|SEM3006:catch|] (Exception)
        {
            return await teams.CreateTeamAsync(name);
        }
    }
}

public sealed class TeamsClient(HttpClient http)
{
    public async Task<Team> GetTeamAsync(string name)
    {
        var response = await http.GetAsync("teams/" + name);
        if (!response.IsSuccessStatusCode) throw new ApiError(response.StatusCode, "GET failed");
        return (await response.Content.ReadFromJsonAsync<Team>())!;
    }

    public async Task<Team> [|SEM3002:CreateTeamAsync|](string name)
    {
        var response = await http.PostAsJsonAsync("teams", new { name });
        if (!response.IsSuccessStatusCode) throw new ApiError(response.StatusCode, "POST failed");
        return (await response.Content.ReadFromJsonAsync<Team>())!;
    }

    public async Task<Team> CreateTeamOrAdoptAsync(string name)
    {
        var response = await http.PostAsJsonAsync("teams", new { name });
        if (response.StatusCode == HttpStatusCode.Conflict) return await GetTeamAsync(name);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Team>())!;
    }
}

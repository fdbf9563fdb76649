using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ops;

public sealed class ServerDto { public string Id { get; set; } = ""; public string Status { get; set; } = ""; public string Ip { get; set; } = ""; }
public sealed class StateFile { public string? NetworkId { get; set; } public string? ServerId { get; set; } public Dictionary<string, string> Volumes { get; set; } = new(); }

/// <summary>A provisioning script that grew: it keeps a state file.</summary>
public sealed class Provisioner
{
    private readonly HttpClient _api;
    private readonly string _path;
    private StateFile _state;

    public Provisioner(HttpClient api, string path)
    {
        _api = api;
        _path = path;
        _state = File.Exists(path) ? JsonSerializer.Deserialize<StateFile>(File.ReadAllText(path))! : new StateFile();
    }

    public async Task RunAsync(CancellationToken ct)
    {
        if (_state.NetworkId is null)
        {
            var network = await CreateNetworkAsync("10.0.0.0/24", ct);
            _state.NetworkId = network;
            await SaveAsync(ct);
        }

        if (_state.ServerId is null)
        {
            var response = await _api.PostAsJsonAsync("/servers", new { name = "web-1", network = _state.NetworkId }, ct);
            response.EnsureSuccessStatusCode();
            var server = (await response.Content.ReadFromJsonAsync<ServerDto>(ct))!;
            while (server.Status != "active")
            {
                await Task.Delay(1000, ct);
                server = (await _api.GetFromJsonAsync<ServerDto>("/servers/" + server.Id, ct))!;
            }

            _state.ServerId = server.Id;
            await [|SEM3004:SaveAsync|](ct);
        }

        foreach (var name in new[] { "data", "logs" })
        {
            if (_state.Volumes.ContainsKey(name)) continue;
            _state.Volumes[name] = await CreateVolumeAsync(name, ct);
            await SaveAsync(ct);
        }
    }

    private async Task<string> CreateNetworkAsync(string range, CancellationToken ct)
    {
        var response = await _api.PostAsJsonAsync("/networks", new { range }, ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ServerDto>(ct))!.Id;
    }

    private async Task<string> CreateVolumeAsync(string name, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await _api.[|SEM3003:PostAsJsonAsync|]("/volumes", new { name, size = 10 }, ct);
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync<ServerDto>(ct))!.Id;
            }
            catch (HttpRequestException) when (attempt < 5)
            {
                await Task.Delay(1000 * attempt, ct);
            }
        }
    }

    private Task SaveAsync(CancellationToken ct) => File.WriteAllTextAsync(_path, JsonSerializer.Serialize(_state), ct);
}

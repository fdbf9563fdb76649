using Flurl;
using Flurl.Http;

namespace Zones;

public record Zone(string Id, string Name);
public record DnsRecord(string Id, string Name, string Type, string Content);
public record Result<T>(bool Success, T Value, string[] Errors);

public class DnsClient
{
    private readonly string _baseUrl;
    private readonly string _token;

    public DnsClient(string baseUrl, string token)
    {
        _baseUrl = baseUrl;
        _token = token;
    }

    public async Task<IReadOnlyList<DnsRecord>> ListRecordsAsync(string zone, string? name = null)
    {
        var result = await _baseUrl
            .AppendPathSegments("zones", zone, "dns_records")
            .SetQueryParam("name", name)
            .WithOAuthBearerToken(_token)
            .GetJsonAsync<Result<List<DnsRecord>>>();
        return result.Value;
    }

    public async Task<Zone> [|SEM3002:AddZoneAsync|](string name)
    {
        var result = await _baseUrl
            .AppendPathSegment("zones")
            .WithOAuthBearerToken(_token)
            .PostJsonAsync(new { name, jump_start = false })
            .ReceiveJson<Result<Zone>>();
        return result.Value;
    }

    public async Task<DnsRecord> [|SEM3002:CreateRecordAsync|](string zone, string type, string name, string content)
    {
        try
        {
            var result = await _baseUrl
                .AppendPathSegments("zones", zone, "dns_records")
                .WithOAuthBearerToken(_token)
                .PostJsonAsync(new { type, name, content, ttl = 1 })
                .ReceiveJson<Result<DnsRecord>>();
            return result.Value;
        }
        catch (FlurlHttpException e) when (e.StatusCode == 429)
        {
            throw new InvalidOperationException("Too many requests; try again later.", e);
        }
    }

    public async Task<DnsRecord> UpsertRecordAsync(string zone, string type, string name, string content)
    {
        var existing = (await ListRecordsAsync(zone, name)).SingleOrDefault(record => record.Type == type);
        if (existing is null)
        {
            return await CreateRecordAsync(zone, type, name, content);
        }

        var result = await _baseUrl
            .AppendPathSegments("zones", zone, "dns_records", existing.Id)
            .WithOAuthBearerToken(_token)
            .PutJsonAsync(new { type, name, content })
            .ReceiveJson<Result<DnsRecord>>();
        return result.Value;
    }

    public Task PurgeCacheAsync(string zone) => _baseUrl
        .AppendPathSegments("zones", zone, "purge_cache")
        .WithOAuthBearerToken(_token)
        .PostJsonAsync(new { purge_everything = true });
}

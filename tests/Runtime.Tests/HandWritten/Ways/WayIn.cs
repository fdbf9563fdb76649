using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>The three ways in, each for a kind of the small cloud of each guarantee.</summary>
internal static class WayIn
{
    public const string Partial = "partial method";
    public const string Interface = "interface";
    public const string Delegate = "CreateOrGetAsync";

    public static readonly string[] All = [Partial, Interface, Delegate];

    /// <summary>The id of the ensured resource.</summary>
    public static Task<string> EnsureAsync(string way, string kind, HttpClient http, SemelContext semel, string name) => way switch
    {
        Partial => PartialAsync(new PartialCloud(http, semel), kind, name),
        Interface => InterfaceAsync(new IdempotentRefitCloud(new RefitCloud(http), semel), kind, name),
        _ => DelegateAsync(new CloudApi(http), semel, kind, name),
    };

    private static async Task<string> PartialAsync(PartialCloud cloud, string kind, string name)
    {
        switch (kind)
        {
            case CloudKind.Networks: return (await cloud.EnsureNetworkAsync(name)).Id;
            case CloudKind.Volumes: return (await cloud.EnsureVolumeAsync(name)).Id;
            case CloudKind.Servers: return (await cloud.EnsureServerAsync(name)).Id;
            case CloudKind.Certificates: return (await cloud.EnsureCertificateAsync(name)).Id;
            default:
                await cloud.EnsureBucketAsync(name);
                return name;
        }
    }

    private static async Task<string> InterfaceAsync(IRefitCloud cloud, string kind, string name)
    {
        switch (kind)
        {
            case CloudKind.Networks: return (await cloud.CreateNetworkAsync(new(name))).Id;
            case CloudKind.Volumes: return (await cloud.CreateVolumeAsync(new(name))).Content!.Id;
            case CloudKind.Servers: return (await cloud.CreateServerAsync(new(name))).Id;
            case CloudKind.Certificates: return (await cloud.CreateCertificateAsync(new(name))).Id;
            default:
                await cloud.PutBucketAsync(name);
                return name;
        }
    }

    private static async Task<string> DelegateAsync(CloudApi api, SemelContext semel, string kind, string name)
    {
        if (kind == CloudKind.Buckets) return (await semel.CreateOrGetAsync("Buckets", name, async (_, token) =>
        {
            await api.PutAsync(name, token);
            return name;
        }, new CreateOrGetOptions<string> { Id = id => id, Guarantee = Guarantee.Natural })).Id;
        return (await semel.CreateOrGetAsync(
            Model(kind), name,
            (attempt, token) => api.PostAsync(kind, new(name) { Tags = attempt.Tags }, kind == CloudKind.Volumes ? attempt.IdempotencyKey : null, token),
            OptionsOf(api, kind, name))).Id;
    }

    public static string Model(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..];

    public static CreateOrGetOptions<Thing> OptionsOf(CloudApi api, string kind, string name)
    {
        var options = new CreateOrGetOptions<Thing> { Id = thing => thing.Id, Read = (id, token) => api.GetAsync(kind, id, token) };
        return kind switch
        {
            CloudKind.Networks => options with { Find = (_, token) => Shown(api.ListAsync(kind, $"name={name}", token)), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt },
            CloudKind.Volumes => options with { IdempotencyKey = new(KeyPlace.Header, "Idempotency-Key") },
            CloudKind.Servers => options with { Find = (marker, token) => Shown(api.ListAsync(kind, $"tag={marker.IdentityText}", token)), Markers = thing => thing.Tags },
            _ => options,
        };
    }

    public static async Task<IReadOnlyList<FoundResource>> Shown(Task<List<Thing>> list) =>
        FoundResource.All(await list, static thing => new FoundResource(thing.Id) { Markers = thing.Tags });
}

using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A look asks the server to filter where it can, reads every page, and says whose a resource is.</summary>
[Trait("Feature", "B6")]
public sealed class LookTests
{
    private static readonly Marker One = Marker.For(Things.Key, 1);
    private static readonly Marker Other = Marker.For(new ResourceKey("test", "Things", "web-2"), 1);

    [Fact]
    public async Task AmongTenThousand_OneListCallFindsAUniqueName()
    {
        await using var server = await ListingAsync([.. Enumerable.Range(0, 10_000).Select(number => Named($"web-{number}"))]);
        using var http = server.NewClient();
        Assert.Single(await LookAsync(Things.Remote(http, Things.Described(Guarantee.UniqueName, marker: new MarkerField(MarkerKind.Map, "labels"), nameFilter: "name"))));
        Assert.Equal("/things?name=web-1&page=1&per_page=200", Assert.Single(server.Seen).Target);
    }

    /// <summary>It may have been created with another name, by a run whose record is lost.</summary>
    [Fact]
    [Trait("Feature", "B3")]
    public async Task BesideAUniqueName_TheMarkerIsLookedFor_WhereTheServerFiltersByIt()
    {
        var renamed = Named("web-0");
        renamed["labels"] = new JsonObject { ["semel"] = One.Identity, ["semel-generation"] = "1" };
        await using var server = await ListingAsync([renamed, .. Enumerable.Range(1, 10_000).Select(number => Named($"web-{number}"))]);
        using var http = server.NewClient();
        var field = new MarkerField(MarkerKind.Map, "labels", "label_selector", FilterFormat: "{key}={value}");

        var seen = await LookAsync(Things.Remote(http, Things.Described(Guarantee.UniqueName, marker: field, nameFilter: "name")));

        Assert.Equal([(Ownership.Ours, false), (Ownership.Unproven, true)], seen.Select(sighting => (sighting.Ownership, sighting.HasName)));
        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    public async Task AmongTenThousand_WithoutAFilter_EveryPageIsRead()
    {
        await using var server = await ListingAsync([.. Enumerable.Range(0, 10_000).Select(number => Named($"web-{number}"))]);
        using var http = server.NewClient();
        Assert.Single(await LookAsync(Things.Remote(http, Things.Described(Guarantee.UniqueName))));
        Assert.Equal(50, server.Seen.Count);
    }

    [Fact]
    public async Task LabelFilter_FindsTheMarker_AndTheNameFilterTheName()
    {
        var marked = Named("renamed");
        marked["labels"] = new JsonObject { ["semel"] = One.Identity, ["semel-generation"] = "2" };
        var stranger = Named("web-1");
        stranger["id"] = "stranger";
        stranger["labels"] = new JsonObject { ["semel"] = Other.Identity, ["semel-generation"] = "1" };
        await using var server = await ListingAsync([marked, stranger, Named("web-1"), Named("web-3")]);
        using var http = server.NewClient();
        var field = new MarkerField(MarkerKind.Map, "labels", "label_selector", FilterFormat: "{key}={value}");

        var seen = await LookAsync(Things.Remote(http, Things.Described(Guarantee.Marker, marker: field, nameFilter: "name")));

        Assert.Equal([(Ownership.Ours, 2, false), (Ownership.Another, 0, true), (Ownership.Unproven, 0, true)], seen.Select(sighting => (sighting.Ownership, sighting.Generation, sighting.HasName)));
        Assert.Equal([$"/things?label_selector=semel%3D{One.Identity}&page=1&per_page=200", "/things?name=web-1&page=1&per_page=200"], server.Seen.Select(request => request.Target));
    }

    [Fact]
    public async Task MarkerInTheName_IsFound_AndANameIsComparedWithoutIt()
    {
        await using var server = await ListingAsync([Named($"web-1-{One}"), Named($"web-1-{Other}"), Named("web-1"), Named("web-10"), Named($"web-9-{Marker.For(Things.Key, 3)}")]);
        using var http = server.NewClient();
        var descriptor = Things.Described(Guarantee.Marker, marker: new MarkerField(MarkerKind.NameSuffix, "name"), nameFilter: "name");
        var seen = await LookAsync(Things.Remote(http, descriptor));
        Assert.Equal([(Ownership.Ours, 1, true), (Ownership.Another, 0, true), (Ownership.Unproven, 0, true), (Ownership.Ours, 3, false)], seen.Select(sighting => (sighting.Ownership, sighting.Generation, sighting.HasName)));
        Assert.Equal("/things?page=1&per_page=200", Assert.Single(server.Seen).Target);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task PageThatFails_MakesTheLookUnknown(int status)
    {
        await using var server = await ListingAsync([.. Enumerable.Range(0, 1000).Select(number => Named($"web-{number}"))], failAt: 3, status);
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(Guarantee.UniqueName));
        Assert.Equal(status, Assert.IsType<CreateEvent.NotKnown>(await remote.LookAsync(TestContext.Current.CancellationToken)).Status);
        Assert.Equal(status, Assert.IsType<CreateEvent.NotKnown>(await remote.ListForAsync("gone", TestContext.Current.CancellationToken)).Status);
        Assert.Equal(6, server.Seen.Count);
    }

    [Fact]
    public void RequestWithoutTheNameThatIsTheId_IsNotLookedFor()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        var described = Things.Described(Guarantee.UniqueName, id: "name", list: null);
        Assert.False(Things.Remote(http, described, "{}").Policy.CanLook);
        Assert.True(Things.Remote(http, described).Policy.CanLook);
    }

    private static JsonObject Named(string name) => new() { ["id"] = $"id-of-{name}", ["name"] = name };

    private static async Task<IReadOnlyList<Sighting>> LookAsync(HttpRemote remote) =>
        Assert.IsType<CreateEvent.Looked>(await remote.LookAsync(TestContext.Current.CancellationToken)).Sightings;

    /// <summary>Lists things in pages of 200; filters by name and by one label.</summary>
    private static Task<LoopbackApi> ListingAsync(IReadOnlyList<JsonObject> things, int failAt = 0, int status = 500) => LoopbackApi.StartAsync(context =>
    {
        var page = int.Parse(context.Request.Query["page"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (page == failAt) return new Answer(status).WriteAsync(context);
        var label = context.Request.Query["label_selector"].ToString().Split('=');
        var matching = things
            .Where(thing => !context.Request.Query.ContainsKey("name") || (string?)thing["name"] == context.Request.Query["name"])
            .Where(thing => label.Length < 2 || (string?)thing["labels"]?[label[0]] == label[1]).ToList();
        var shown = matching.Skip((page - 1) * 200).Take(200).Select(thing => thing.DeepClone());
        return new Answer(200, new JsonObject { ["things"] = new JsonArray([.. shown]), ["next"] = matching.Count > page * 200, ["total"] = matching.Count }.ToJsonString()).WriteAsync(context);
    });
}

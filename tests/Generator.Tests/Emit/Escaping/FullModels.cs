using Semel.Generator.Diagnostics;
using Semel.Generator.Model;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit.Escaping;

/// <summary>Models that have what those of the golden files lack.</summary>
internal static class FullModels
{
    public static readonly string[] Names = ["Api", "Facts", "LastItem", "NextAddress", "Total", "Class", "BrokenClass", "BrokenWhole", "PutSet", "PutSetOfNames", "Composite", "Upload"];

    public static ResourceModel Named(string name) => name switch
    {
        "Api" => Keys with { Api = Api, Declaration = Keys.Declaration with { Overrides = NoOverrides with { Namespace = "My.Models" } } },
        "Facts" => Facts,
        "LastItem" => Paged(new(PagingKind.LastItem, "after", "limit", 100) { Next = "id", More = "has_more", Last = "last_id" }),
        "NextAddress" => Paged(new(PagingKind.NextAddress, null, "limit", 100) { Next = "next" }),
        "Total" => Paged(new(PagingKind.Whole, null, null, null) { Total = "total" }),
        "Composite" => Droplets with { Facts = Droplets.Facts! with { Id = "region+name", IdParameter = "region+name" } },
        "Upload" => Droplets with
        {
            Operations = [.. Droplets.Operations.Select(operation => operation.Kind == OperationKind.Create ? operation with { Content = new(ContentKind.Multipart, "multipart/form-data") { Files = [new("file", "file", true, false, null, null)] } } : operation)],
        },
        "Class" => Droplets with { DocumentName = "2fa.yaml", Declaration = Droplets.Declaration with { Name = "class" } },
        "BrokenClass" => Stub with { Declaration = Stub.Declaration with { Name = "class" } },
        "BrokenWhole" => Stub with { Declaration = Stub.Declaration with { Name = "class", IsWhole = true, Path = "" } },
        "PutSet" => Set,
        "PutSetOfNames" => Set with { Operations = [.. Set.Operations.Select(operation => operation.Kind == OperationKind.Create ? operation with { Body = null } : operation)] },
        _ => GoldenModels.Named(name),
    };

    private static ResourceModel Keys => GoldenModels.Named("Keys");

    private static ResourceModel Stub => GoldenModels.Named("Stub");

    private static ResourceModel Set => GoldenModels.Named("Buckets") is var buckets ? buckets with { Facts = buckets.Facts! with { IsSet = true } } : buckets;

    private static ResourceModel Droplets => GoldenModels.Named("Droplets");

    private static ApiModel Api => new(
        [
            new("InHeader", SecurityKind.Header, "X-Key", null, null), new("InQuery", SecurityKind.Query, "key", null, null), new("InCookie", SecurityKind.Cookie, "sid", null, null),
            new("Client", SecurityKind.ClientCredentials, null, "https://example.com/token", null),
        ],
        [new("Default", "https://{zone}.example.com/{area}", [new("zone", "a", ["a", "b"], null), new("area", null, [], null)], null), new("Here", "/v1", [], null)]);

    /// <summary>Operations whose errors differ, at a server of their own, and every fact about creates.</summary>
    private static ResourceModel Facts => Droplets with
    {
        Facts = Droplets.Facts! with
        {
            Update = new("PATCH", "/v2/droplets/{droplet_id}", ["name"]) { MediaType = "application/merge-patch+json" },
            Marker = new(Model.MarkerKind.Tags, "tags", "tag_name", null) { HelperPath = "/v2/tags/{tag}" },
            IdempotencyKey = new(Model.KeyPlace.Header, "Idempotency-Key", Model.KeyShape.Text) { FirstSentHeader = "First-Sent", ReplayedHeader = "Replayed" },
        },
        Operations =
        [
            .. Droplets.Operations.Select((operation, index) => operation with
            {
                Server = operation.Kind is OperationKind.Other or OperationKind.Read ? new("Other", "https://other.example.com", [], null) : null,
                Errors = [new("404", Object(index % 3 == 0 ? "Image" : "Droplet"))],
            }),
        ],
    };

    private static ResourceModel Paged(PagingModel paging) => Droplets with
    {
        Operations = [.. Droplets.Operations.Select(operation => operation.Kind == OperationKind.List ? operation with { Paging = paging } : operation)],
    };
}

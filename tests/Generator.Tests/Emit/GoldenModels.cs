using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;
using Semel.Generator.Tests.BadInput;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit;

/// <summary>The models behind the golden files.</summary>
internal static class GoldenModels
{
    public static ResourceModel Named(string scenario) => scenario switch
    {
        "Droplets" => Droplets(),
        "NodePools" => NodePools(),
        "Keys" => Keys(),
        "Nested" => Nested(),
        "Stub" => Stub(),
        "StandIn" => Small("Mended") with { Diagnostics = Stub().Diagnostics },
        "Notices" => Notices(),
        "Volumes" => Cloud("Volumes", "/v1/volumes", NoOverrides with { Ready = "status=active", Failed = "status=off", OnFailed = "Replace" }),
        "Shop" => Shop(),
        "Office" => Written("Office", "office.yaml"),
        "Harbour" => Written("Harbour", "harbour.yaml"),
        "Buckets" => Cloud("Buckets", "/v1/buckets/{bucket_name}", NoOverrides),
        "Databases" => Cloud("Databases", "/v1/databases", NoOverrides),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "No such scenario."),
    };

    /// <summary>A small document of OpenAPI 2.0, from its text.</summary>
    private static ResourceModel Notices()
    {
        var path = Path.Combine(TestFolder.Path, "Golden", "Documents", "notices.yaml");
        var document = SpecReader.Read(path, SourceText.From(File.ReadAllText(path)), CancellationToken.None);
        var declaration = Declaration("Notices", "notices.yaml", "/notices") with { Overrides = NoOverrides with { Gone = "status.state=expired" } };
        return ResourceBinder.Bind(declaration, document, CancellationToken.None);
    }

    /// <summary>The documents of the tests that send every kind of body over HTTP.</summary>
    private static ResourceModel Written(string name, string file)
    {
        var text = File.ReadAllText(Path.Combine(TestFolder.Path, "..", "Runtime.Tests", "Operations", file));
        return ResourceBinder.Bind(Declaration(name, file, "") with { IsWhole = true }, SpecReader.Read(file, SourceText.From(text), CancellationToken.None), CancellationToken.None);
    }

    /// <summary>A small document as a whole.</summary>
    private static ResourceModel Shop()
    {
        var path = Path.Combine(TestFolder.Path, "Golden", "Documents", "shop.yaml");
        var document = SpecReader.Read(path, SourceText.From(File.ReadAllText(path)), CancellationToken.None);
        return ResourceBinder.Bind(Declaration("Shop", "shop.yaml", "") with { IsWhole = true }, document, CancellationToken.None);
    }

    /// <summary>A resource of the sample's document, from its text: a key, an address of the client's, an operation.</summary>
    private static ResourceModel Cloud(string name, string path, DeclaredOverrides overrides) => ResourceBinder.Bind(
        Declaration(name, "cloud.yaml", path) with { Overrides = overrides },
        SpecReader.Read("cloud.yaml", SourceText.From(CloudDocument.Yaml), CancellationToken.None), CancellationToken.None);

    /// <summary>Marker, paging, tags, envelope, every kind of type and every way to be required, settable and nullable.</summary>
    private static ResourceModel Droplets()
    {
        var id = InPath("droplet_id", Of(TypeKind.Int64));
        var declaration = Declaration("Droplets", "digitalocean.yaml", "/v2/droplets") with
        {
            Overrides = NoOverrides with { Verify = "WithGet", OnExists = "Adopt", LookFirst = false },
        };
        return new(
            declaration,
            "digitalocean.yaml",
            new(
                Schema("Droplet"), "id", "droplet_id", "name", "name", "name", new(Model.MarkerKind.Tags, "tags", "tag_name", null), "Marker",
                "`tags` travels in the create and can be listed again.", ["user_data", "networks.password"]),
            [
                Operation(
                    OperationKind.Create, "Create", "POST", "/v2/droplets", Object("DropletCreate"), Object("Droplet"), "droplet",
                    summary: "Create a New Droplet", description: "To create a new Droplet, send a POST request to `/v2/droplets`.\n\nThe reply is a JSON object whose key is `droplet`, and it holds the standard Droplet attributes, which is a long line."),
                Operation(OperationKind.Read, "Get", "GET", "/v2/droplets/{droplet_id}", null, Object("Droplet"), "droplet", parameters: id),
                Operation(
                    OperationKind.List, "List", "GET", "/v2/droplets", null, Object("Droplet"), "droplets",
                    new(PagingKind.PageNumber, "page", "per_page", 200) { Next = "links.pages.next", Total = "meta.total" },
                    parameters:
                    [
                        Parameter("per_page", Of(TypeKind.Int32)), Parameter("page", Of(TypeKind.Int32)), Parameter("tag_name"), Parameter("name"),
                        Parameter("type", Enum("DropletsListType"), documentation: "When `gpus`, only GPU Droplets are returned."),
                        Parameter("ids", ListOf(Of(TypeKind.Int64))), Parameter("since", Of(TypeKind.DateTime)), Parameter("X-Trace", place: ParameterPlace.Header),
                    ]),
                Operation(OperationKind.Delete, "Delete", "DELETE", "/v2/droplets/{droplet_id}", parameters: [id, Parameter("force", Of(TypeKind.Boolean))]),
                Operation(
                    OperationKind.Other, "ListSnapshots", "GET", "/v2/droplets/{droplet_id}/snapshots", null, ListOf(Object("Image")), "snapshots",
                    deprecated: true, parameters: id),
                Operation(OperationKind.Other, "CreateActions", "POST", "/v2/droplets/{droplet_id}/actions", Of(TypeKind.Json), bodyRequired: false, parameters: id),
                Operation(OperationKind.Other, "DestroyTags", "DELETE", "/v2/droplets/{droplet_id}/tags/{kind}", ListOf(Text), parameters: [id, InPath("kind", Enum("DropletStatus"))]),
            ],
            [
                View(
                    "Droplet",
                    Property("id", Of(TypeKind.Int64), required: true, settable: false, documentation: "A unique identifier for each Droplet instance."),
                    Property("name", required: true, settable: false),
                    Property("status", Enum("DropletStatus"), required: true, settable: false),
                    Property("image", Object("Image"), settable: false, nullable: true),
                    Property("created_at", Of(TypeKind.DateTime), required: true, settable: false, nullable: true),
                    Property("retired_on", Of(TypeKind.Date)),
                    Property("price", Of(TypeKind.Double), nullable: true),
                    Property("locked", Of(TypeKind.Boolean), deprecated: true, documentation: "Whether it is locked."),
                    Property("tags", ListOf(Text)),
                    Property("labels", MapOf(MapOf(Of(TypeKind.Int32)))),
                    Property("extra", Of(TypeKind.Json)),
                    Property("port", Of(TypeKind.Scalar), required: true, settable: false)),
                View(
                    "DropletCreate",
                    Property("name", required: true, documentation: "The human-readable string you wish to use.\n\n- Letters\n- Digits <only>"),
                    Property("image", Of(TypeKind.Scalar), required: true),
                    Property("region"),
                    Property("ipv6", Of(TypeKind.Boolean)),
                    Property("tags", ListOf(Text), nullable: true),
                    Property("vpc_uuid", required: true, nullable: true),
                    Property("count", Of(TypeKind.Int32), required: true, nullable: true),
                    Property("old", required: true, deprecated: true),
                    Property("user_data")),
                View("Image", Property("slug")),
                Values("DropletStatus", "new", "active", "off", "archive"),
                Values("DropletsListType", "droplets", "gpus"),
            ],
            []);
    }

    /// <summary>Under a parent, an optional nested natural key, a list that comes whole, updates.</summary>
    private static ResourceModel NodePools()
    {
        var parent = InPath("cluster_id");
        var pool = InPath("node_pool_id", Of(TypeKind.Int64));
        return new(
            Declaration("NodePools", "kubernetes.json", "/clusters/{cluster_id}/node_pools"),
            "kubernetes.json",
            Facts("NodePool") with { IdParameter = "node_pool_id", NaturalKey = "metadata.name", NameInResource = "metadata.name", Guarantee = "UniqueName" },
            [
                Operation(OperationKind.Create, "Create", "POST", "/clusters/{cluster_id}/node_pools", Object("NodePool"), Object("NodePool"), parameters: parent),
                Operation(OperationKind.Read, "Get", "GET", "/clusters/{cluster_id}/node_pools/{node_pool_id}", null, Object("NodePool"), parameters: [parent, pool]),
                Operation(OperationKind.List, "List", "GET", "/clusters/{cluster_id}/node_pools", null, Object("NodePool"), parameters: parent),
                Operation(OperationKind.Update, "Update", "PUT", "/clusters/{cluster_id}/node_pools/{node_pool_id}", Object("NodePool"), Object("NodePool"), parameters: [parent, pool, Parameter("dry_run", Of(TypeKind.Boolean), required: true)]),
                Operation(OperationKind.Delete, "Delete", "DELETE", "/clusters/{cluster_id}/node_pools/{node_pool_id}", parameters: [parent, pool]),
                Operation(OperationKind.Other, "Patch", "PATCH", "/clusters/{cluster_id}/node_pools/{node_pool_id}", Object("NodePool"), bodyRequired: false, parameters: [parent, pool]),
            ],
            [View("NodePool", Property("id", settable: false), Property("metadata", Object("Metadata"))), View("Metadata", Property("name"))],
            []);
    }

    /// <summary>No natural key, no list, no read; the class has its own constructor and its own Delete.</summary>
    private static ResourceModel Keys()
    {
        var model = Small("Keys", "Key");
        return model with
        {
            Declaration = model.Declaration with { Constructor = new(false, "http", "context"), Members = ["DeleteAsync", "Resource"] },
            Facts = Facts("Key", naturalKey: null) with { IdParameter = null },
            Operations = [.. model.Operations, Operation(OperationKind.Delete, "Delete", "DELETE", "/things/{id}", parameters: InPath("id"))],
        };
    }

    private static ResourceModel Nested()
    {
        var model = Small("Widgets", "Widget");
        return model with { Declaration = model.Declaration with { ContainingTypes = ["partial class Api<T>", "partial struct Inner"], Accessibility = "internal" } };
    }

    private static ResourceModel Stub()
    {
        var model = Small("Broken");
        var error = DiagnosticInfo.Create("SEM1004", Here, "api.yaml", "/thing \"s\"", "; there is '/things'");
        return model with { Declaration = model.Declaration with { Accessibility = "internal" }, Facts = null, Operations = [], Types = [], Diagnostics = [error] };
    }
}

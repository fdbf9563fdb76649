using System.Text.Json;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>What is inferred from real documents, against labels that were made by reading them.</summary>
public sealed class LabelsTests(ITestOutputHelper output)
{
    private static readonly string[] Documents = ["digitalocean/bundled.json", "digitalocean/bundled-2025-11.yaml"];

    public static TheoryData<string, string> Five()
    {
        var data = new TheoryData<string, string>();
        foreach (var document in Documents)
        {
            foreach (var path in new[] { "/v2/droplets", "/v2/vpcs", "/v2/tags", "/v2/load_balancers", "/v2/firewalls" }) data.Add(document, path);
        }

        return data;
    }

    [Theory, MemberData(nameof(Five)), Trait("Feature", "L2")]
    public void DigitalOcean_IsInferredAsLabelled(string document, string path)
    {
        var label = Label("digitalocean", path);
        var model = Bound.Model(RealDocuments.Open(document), path);

        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id is not ("SEM2005" or "SEM3001"));
        Assert.Equal(Text(label, "create"), Operation(model, OperationKind.Create));
        Assert.Equal(Text(label, "read"), Operation(model, OperationKind.Read));
        Assert.Equal(Text(label, "list"), Operation(model, OperationKind.List));
        Assert.Equal(Text(label, "update"), Operation(model, OperationKind.Update));
        Assert.Equal(Text(label, "delete"), Operation(model, OperationKind.Delete));
        Assert.Equal(Text(label, "idProperty"), IdProperty(model));
        Assert.Equal(Text(label, "idParameter"), model.Facts!.IdParameter);
        Assert.Equal(Text(label, "listItems"), model.Operation(OperationKind.List).ResponseEnvelope);
        Assert.Equal(Text(label, "naturalKey"), model.Facts.NaturalKey);
    }

    [Theory]
    [InlineData("/v2/droplets", "Marker", nameof(Model.MarkerKind.Tags), "tags", "tag_name", null, "/v2/tags/{tag_id}")]
    [InlineData("/v2/vpcs", "UniqueName", nameof(Model.MarkerKind.Text), "description", null, 255)]
    [InlineData("/v2/tags", "UniqueName", null, null, null, null)]
    [InlineData("/v2/load_balancers", "AtMostOnce", null, null, null, null)]
    [InlineData("/v2/firewalls", "AtMostOnce", null, null, null, null)]
    [Trait("Feature", "L2")]
    public void DigitalOcean_HasTheGuaranteeThatTheDocumentJustifies(string path, string guarantee, string? kind, string? property, string? filter, int? length, string? helper = null)
    {
        foreach (var document in Documents)
        {
            var model = Bound.Model(RealDocuments.Open(document), path);

            Assert.Equal(guarantee, model.Facts!.Guarantee);
            Assert.Equal(kind is null ? null : new MarkerModel(Enum.Parse<Model.MarkerKind>(kind), property!, filter, length) { HelperPath = helper }, model.Facts.Marker);
            Assert.Equal(guarantee == "AtMostOnce", model.Diagnostics.Any(diagnostic => diagnostic.Id == "SEM3001"));
        }
    }

    [Fact]
    public void DigitalOcean_RequestsAndResourcesHaveTheirNames()
    {
        var names = new[] { "/v2/droplets", "/v2/vpcs", "/v2/tags", "/v2/load_balancers", "/v2/firewalls" }
            .Select(path => Bound.Model(RealDocuments.Open(Documents[0]), path))
            .Select(model => model.Resource().Name + " " + model.Object(model.Operation(OperationKind.Create).Body!.Identity).Name);

        Assert.Equal(["Droplet DropletCreate", "Vpc VpcCreate", "Tag Tag", "LoadBalancer LoadBalancerCreate", "Firewall FirewallCreate"], names);
    }

    [Theory]
    [InlineData("digitalocean", "digitalocean/bundled.json", 57, 61, 58, 56, 61, 58, 61)]
    [InlineData("hetzner", "hetzner/cloud.spec.json", 12, 12, 12, 12, 12, 12, 12)]
    [InlineData("hetzner-api", "hetzner/api.spec.json", 3, 3, 3, 3, 3, 3, 3)]
    [InlineData("linode", "linode/openapi.yaml", 39, 39, 36, 34, 38, 39, 39)]
    [InlineData("docker-engine", "docker-engine/swagger.yaml", 6, 7, 5, 6, 7, 7, 7)]
    [InlineData("svix", "svix/lib-openapi.json", 17, 17, 0, 6, 17, 17, 17)]
    [Trait("Feature", "L2")]
    public void Labels_AreFound(string provider, string document, int resources, int ids, int lists, int keys, int updates, int deletes, int idempotencyKeys)
    {
        var opened = RealDocuments.Open(document);
        var score = new Dictionary<string, (int Right, int All)>();
        foreach (var label in Labels(provider))
        {
            var path = Text(label, "create")!["POST ".Length..];
            var model = Bound.Model(opened, path);
            Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2007");
            var right = Rights(label, model);
            foreach (var (what, isRight) in right)
            {
                var (count, all) = score.GetValueOrDefault(what);
                score[what] = (count + (isRight ? 1 : 0), all + 1);
            }

            var wrong = right.Where(one => !one.IsRight).Select(one => one.What).ToList();
            if (wrong.Count > 0) output.WriteLine($"{path}: {string.Join(", ", wrong)} {model.Facts?.Id} {model.Facts?.NaturalKey} {string.Join(" ", model.Diagnostics.Where(d => d.Id is not ("SEM2005" or "SEM3001")))}");
        }

        foreach (var (what, (right, all)) in score) output.WriteLine($"{what}: {right} of {all}");
        int[] atLeast = [resources, ids, lists, keys, updates, deletes, idempotencyKeys];
        var reached = new[] { "resource", "id", "list items", "natural key", "update", "delete", "idempotency key" }.Select(what => score[what].Right).ToArray();
        Assert.All(atLeast.Zip(reached), one => Assert.True(one.Second >= one.First));
    }

    private static List<(string What, bool IsRight)> Rights(JsonElement label, ResourceModel model)
    {
        var isFound = model.Facts is not null
            && Operation(model, OperationKind.Read) == Text(label, "read") && (Text(label, "read") is null || model.Facts.IdParameter == Parameters(label));
        var rights = new List<(string, bool)> { ("resource", isFound) };
        rights.Add(("id", model.Facts is not null && (Parameters(label)?.Contains('+') == true ? isFound : IdProperty(model) == Text(label, "idProperty"))));
        if (Text(label, "listItems") is { } items) rights.Add(("list items", model.Facts is not null && model.Has(OperationKind.List) && (model.Operation(OperationKind.List).ResponseEnvelope ?? "$") == items));
        rights.Add(("natural key", model.Facts is not null && model.Facts.NaturalKey == Text(label, "naturalKey")));
        rights.Add(("update", model.Facts is not null && Operation(model, OperationKind.Update) == Text(label, "update")));
        rights.Add(("delete", model.Facts is not null && Operation(model, OperationKind.Delete) == Text(label, "delete")));
        rights.Add(("idempotency key", model.Facts is not null && model.Facts.IdempotencyKey?.Name == Text(label, "idempotencyHeader")));
        return rights;
    }

    private static string? Operation(ResourceModel model, OperationKind kind) =>
        model.Has(kind) ? model.Operation(kind).Method + " " + model.Operation(kind).Path : null;

    private static string? IdProperty(ResourceModel model)
    {
        var envelope = model.Operation(OperationKind.Create).ResponseEnvelope;
        var id = model.Facts!.IdInReply ?? model.Facts.Id;
        return envelope is null ? id : envelope + "." + id;
    }

    private static IEnumerable<JsonElement> Labels(string provider) => RealDocuments.Labels(provider).GetProperty("resources").EnumerateArray()
        .Where(label => Text(label, "kind") == "resource" && !(label.TryGetProperty("inferable", out var inferable) && inferable.ValueKind == JsonValueKind.False));

    private static JsonElement Label(string provider, string path) =>
        Assert.Single(RealDocuments.Labels(provider).GetProperty("resources").EnumerateArray(), label => Text(label, "create") == "POST " + path);

    /// <summary>Of an id of several parts, the label names one property beside the parameters.</summary>
    private static string? Parameters(JsonElement label) =>
        label.TryGetProperty("idParameters", out var several) ? string.Join('+', several.EnumerateArray().Select(one => one.GetString())) : Text(label, "idParameter");

    private static string? Text(JsonElement label, string name) =>
        label.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

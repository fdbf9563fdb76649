using System.Globalization;
using Semel.Generator.Binding;
using Semel.Generator.Binding.Inference;
using Semel.Generator.Binding.Inference.Keys;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Keys;

/// <summary>Every idempotency key that a POST of a real document takes, and none that it doesn't.</summary>
[Trait("Feature", "E5")]
public sealed class RealKeysTests(ITestOutputHelper output)
{
    /// <summary>The documents, the POSTs that take a key, and each kind of key among them.</summary>
    public static TheoryData<string, int, string[]> Documents() => new()
    {
        { "svix/lib-openapi.json", 76, ["Header idempotency-key Text 12 255"] },
        { "svix/openapi.json", 10, ["Header idempotency-key Text 24 255"] },
        { "xero/xero_accounting.yaml", 46, ["Header Idempotency-Key Text 24 128"] },
        { "nomad/openapi.yaml", 30, ["Query idempotency_token Text 24 255"] },
        { "workos/open-api-spec.yaml", 1, ["Header idempotency-key Uuid4 24 255"] },
        { "digitalocean/bundled.json", 1, ["Body request_id Text 24 255"] },
        { "harbor/swagger.yaml", 0, [] },
        { "slack/slack_web_openapi_v2.json", 0, [] },
        { "twilio/twilio_api_v2010.json", 4, ["Body IdempotencyKey Text 24 255"] },
        { "azure-compute/compute-2021-11-01.json", 0, [] },
        { "hetzner/cloud.spec.json", 0, [] },
        { "linode/openapi.yaml", 0, [] },
        { "docker-engine/swagger.yaml", 0, [] },
        { "vault/openapi.json", 0, [] },
        { "box/openapi.json", 0, [] },
        { "neon/openAPIDefinition.json", 0, [] },
        { "gitea/swagger.v1.json", 0, [] },
        { "openai/openapi.yaml", 0, [] },
    };

    [Theory, MemberData(nameof(Documents))]
    public void EveryKey_IsFound(string name, int count, string[] kinds)
    {
        var document = RealDocuments.Open(name);
        var keys = document.Root["paths"]!.Entries.Where(entry => entry.Value.Get("post") is not null)
            .Select(entry => (entry.Key, Found: Key(document, entry.Key))).Where(found => found.Found is not null).ToList();
        foreach (var (path, key) in keys) output.WriteLine($"{path} {key}");

        Assert.Equal(count, keys.Count);
        Assert.Equal(kinds, keys.Select(key => Text(key.Found!)).Distinct());
    }

    private static IdempotencyKeyModel? Key(SpecDocument document, string path)
    {
        var context = new BindingContext(Bound.Declaration(path), new(document), CancellationToken.None);
        var operations = context.Operations.Read(path, context.Paths.Item(path)!).ToList();
        if (operations.Find(operation => operation.Method == "POST") is not { } create) return null;
        var request = create.Body is { } body ? context.Reader.Read(body) : new Schema("#");
        return new IdempotencyKeyRule(context, create, request).Find();
    }

    private static string Text(IdempotencyKeyModel key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Place} {key.Name} {key.Shape} {key.Window?.TotalHours} {key.MaximumLength}");
}

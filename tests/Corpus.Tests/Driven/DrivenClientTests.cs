namespace Semel.Corpus.Tests.Driven;

/// <summary>
/// Clients of whole documents against Prism, which validates every request: for each operation a valid request, made from the
/// schema by Prism's libraries, is sent by the generated method, accepted, and its reply is read. What a model of a body writes is
/// what was set, and right by its schema, by NJsonSchema's word.
/// </summary>
public sealed class DrivenClientTests(ITestOutputHelper output)
{
    [Theory, Trait("Feature", "L7")]
    [InlineData("hetzner/cloud.spec.json", 189)]
    [InlineData("docker-engine/swagger.yaml", 108)]
    [InlineData("svix/openapi.json", 43)]
    [InlineData("fly-machines/spec_2025_03_07.json", 41)]
    [InlineData("nomad/openapi.yaml", 99)]
    [InlineData("box/openapi.json", 296)]
    [InlineData("neon/openAPIDefinition.json", 103)]
    [InlineData("gitea/swagger.v1.json", 485)]
    [InlineData("petstore/swagger-petstore-openapi.yaml", 19)]
    [InlineData("alertmanager/openapi.yaml", 9)]
    [InlineData("ory-kratos/api.json", 60)]
    [InlineData("harbor/swagger.yaml", 203)]
    [InlineData("workos/open-api-spec.yaml", 212)]
    [InlineData("twilio/twilio_api_v2010.json", 197)]
    [InlineData("slack/slack_web_openapi_v2.json", 174)]
    public async Task EveryOperation_IsAccepted_AndItsReplyIsRead(string document, int operations)
    {
        PrismPackage.Require();
        var path = Path.Combine(SpecsFolder.Require(), document);
        var samples = await Sample.OfAsync(path);
        using var client = new GeneratedClient(path);
        await using var prism = await PrismServer.StartAsync(path);
        var driver = new Driver(client, prism);
        var driven = new List<Driven>();
        foreach (var sample in samples) driven.Add(await driver.DriveAsync(sample));

        foreach (var group in driven.GroupBy(one => one.Outcome).OrderBy(group => group.Key)) output.WriteLine($"{group.Key}: {group.Count()}");
        foreach (var one in driven.Where(one => one.Outcome != Outcome.Read)) output.WriteLine($"{one.Outcome} {one.Sample}: {one.Detail}");
        var unexpected = driven.Where(one => one.Outcome is not (Outcome.Read or Outcome.NoGoodReply)).ToDictionary(one => one.Sample.ToString(), one => one.Outcome);
        Assert.Equal(operations, driven.Count);
        Assert.Equal(Explained.Of(document), unexpected);
    }
}

using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class CertificateTests : CloudTest
{
    [Fact]
    public async Task NothingThatTheClientSent_TellsOneFromAnother()
    {
        Answer first = await Http.CreateAsync(CloudKind.Certificates, Bodies.Certificate());
        Answer second = await Http.CreateAsync(CloudKind.Certificates, """{"signing_request":"another one"}""");
        JsonArray listed = (await Http.ReadAsync("/v1/certificates?name=any")).Json["certificates"]!.AsArray();

        Assert.Equal((201, 201, 2), (first.Status, second.Status, listed.Count));
        string[] shown = [.. listed.Select(certificate =>
        {
            certificate!.AsObject().Remove("id");
            return certificate.ToJsonString();
        })];
        Assert.Equal(shown[0], shown[1]);
        Assert.Equal("", Server.Applied[0].Name);
    }

    [Fact]
    public async Task Seeded_NeedsNoName()
    {
        string id = Server.Seed(CloudKind.Certificates, """{"days":7}""");
        Assert.Equal(7, (int)(await Http.ReadAsync($"/v1/certificates/{id}")).Resource["days"]!);
        Assert.Equal(204, (await Http.SendAsync("DELETE", $"/v1/certificates/{id}")).Status);
    }
}

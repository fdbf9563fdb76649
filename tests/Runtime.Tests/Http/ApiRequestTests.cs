using Semel.Runtime.Tests.Json;

namespace Semel.Runtime.Tests.Http;

public sealed class ApiRequestTests
{
    [Theory]
    [InlineData("localhost:8080", "begins with 'localhost:'")]
    [InlineData("user:secret@host", "begins with 'user:'")]
    [InlineData(null, "has no BaseAddress")]
    public void BaseAddressThatIsNoneOfTheWeb_IsAnError_ThatSaysWhatToWrite(string? address, string why)
    {
        using var http = new HttpClient { BaseAddress = address is null ? null : new Uri(address) };

        var error = Assert.Throws<InvalidOperationException>(() => RequestAddress.Join(http, "/things"));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("https://api.example.com", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static string Target(ApiRequest request, string address = "https://host") => Message(request, address).RequestUri!.AbsoluteUri;

    private static HttpRequestMessage Message(ApiRequest request, string address = "https://host")
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        return request.ToMessage(http, [], new Dictionary<string, Uri>());
    }

    [Theory]
    [InlineData("https://host", "https://host/v2/x")]
    [InlineData("https://host/", "https://host/v2/x")]
    [InlineData("https://host/api", "https://host/api/v2/x")]
    [InlineData("https://host/api/", "https://host/api/v2/x")]
    [InlineData("http://host:8080/a%20b/c", "http://host:8080/a%20b/c/v2/x")]
    public void Path_IsAppendedToThatOfTheBaseAddress(string address, string expected)
    {
        Assert.Equal(expected, Target(new(HttpMethod.Get, "/v2/x"), address));
        Assert.Equal(expected, Target(new(HttpMethod.Get, "v2/x"), address));
    }

    [Fact]
    public void ClientWithoutBaseAddress_IsRefused()
    {
        using var http = new HttpClient();

        var error = Assert.Throws<InvalidOperationException>(() => new ApiRequest(HttpMethod.Get, "/x").ToMessage(http, [], new Dictionary<string, Uri>()));

        Assert.Contains("BaseAddress", error.Message);
    }

    [Theory]
    [InlineData("https://host/api?key=1")]
    [InlineData("https://host/api#x")]
    public void BaseAddressWithQueryOrFragment_IsRefused(string address) =>
        Assert.Throws<InvalidOperationException>(() => Target(new(HttpMethod.Get, "/x"), address));

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b?c#d", "a%20b%3Fc%23d")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("{other}", "%7Bother%7D")]
    [InlineData("é\\", "%C3%A9%5C")]
    [InlineData("...", "...")]
    public void PathValue_IsOneSegment(string value, string expected)
    {
        var uri = new Uri(Target(new ApiRequest(HttpMethod.Get, "/x/{id}/y").Path("id", value)));

        Assert.Equal($"/x/{expected}/y", uri.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public void PathValueThatWouldReachElsewhere_IsRefused(string? value) =>
        Assert.Throws<ArgumentException>(() => new ApiRequest(HttpMethod.Delete, "/x/{id}").Path("id", value!));

    [Theory]
    [InlineData("/x/.{id}")]
    [InlineData("/x/{id}{id}")]
    public void PathValueThatOnlyTheTemplateMakesDangerous_IsRefused(string template)
    {
        var value = template.Contains('.') ? "." : "..";
        Assert.Throws<ArgumentException>(() => Target(new ApiRequest(HttpMethod.Get, template).Path("id", value)));
    }

    [Fact]
    public void UnknownAndMissingPathParameters_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ApiRequest(HttpMethod.Get, "/x/{id}").Path("other", 1));
        var error = Assert.Throws<InvalidOperationException>(() => Target(new ApiRequest(HttpMethod.Get, "/x/{id}/{part}").Path("id", 1)));
        Assert.Contains("'part'", error.Message);
    }

    [Fact]
    public void Expand_IsTheSameForArgumentsGivenAsAList()
    {
        PathArgument[] arguments = [new("a", "1/2"), new("b", "3")];

        Assert.Equal("/x/1%2F2/3", PathTemplate.Expand("/x/{a}/{b}", arguments));
        Assert.Throws<ArgumentException>(() => PathTemplate.Expand("/x/{a}", arguments));
        Assert.Throws<ArgumentException>(() => PathTemplate.Expand("/x/{a}", [new("a", "..")]));
    }

    [Fact]
    public void QueryValues_AreWrittenInTheInvariantCulture()
    {
        var request = new ApiRequest(HttpMethod.Get, "/x")
            .Query("s", "a b&c=d").Query("i", 8).Query("l", 9L).Query("d", 1.5).Query("b", true)
            .Query("t", new DateTimeOffset(2020, 2, 29, 12, 0, 0, TimeSpan.FromHours(1))).Query("day", new DateOnly(2020, 2, 29))
            .Query("j", (JsonScalar)"z").Query("e", (Status?)Status.Active).Query("tag[]", ["p", "q"])
            .Query("n", (string?)null).Query("n", (int?)null).Query("n", (Status?)null).Query("n", (IReadOnlyList<string>?)null);

        Assert.Equal(
            "https://host/x?s=a%20b%26c%3Dd&i=8&l=9&d=1.5&b=true&t=2020-02-29T12%3A00%3A00%2B01%3A00&day=2020-02-29&j=z&e=active&tag%5B%5D=p&tag%5B%5D=q",
            Target(request));
    }

    [Fact]
    public void QueryOfTheTemplate_Stays() =>
        Assert.Equal("https://host/x?type=a&name=b", Target(new ApiRequest(HttpMethod.Get, "/x?type=a").Query("name", "b")));

    [Fact]
    public void Headers_AreSentAndNullIsLeftOut()
    {
        using var message = Message(new ApiRequest(HttpMethod.Patch, "/x").Body(new Server { Name = "a" })
            .Header("X-Number", 8).Header("X-List", ["a", "b"]).Header("X-None", (string?)null)
            .Header("Content-Type", "application/merge-patch+json").Header("Accept", "application/vnd.x+json"));

        Assert.Equal(["8"], message.Headers.GetValues("X-Number"));
        Assert.Equal(["a,b"], message.Headers.GetValues("X-List"));
        Assert.False(message.Headers.Contains("X-None"));
        Assert.Equal(["application/vnd.x+json"], message.Headers.GetValues("Accept"));
        Assert.Equal("application/merge-patch+json", message.Content!.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public void HeaderValueThatCannotBeSent_IsRefused(string value) =>
        Assert.Throws<ArgumentException>(() => new ApiRequest(HttpMethod.Get, "/x").Header("X-Name", value));

    [Fact]
    public void AcceptOfTheClient_IsRespected()
    {
        using var http = new HttpClient { BaseAddress = new Uri("https://host"), DefaultRequestHeaders = { Accept = { new("text/csv") } } };

        Assert.Empty(new ApiRequest(HttpMethod.Get, "/x").ToMessage(http, [], new Dictionary<string, Uri>()).Headers.Accept);
        Assert.Equal("application/json", Message(new ApiRequest(HttpMethod.Get, "/x")).Headers.Accept.Single().ToString());
    }

    [Theory]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("GET", false)]
    [InlineData("DELETE", false)]
    public void RequestWithoutBody_HasAnEmptyContentWhereNullWouldBeSentAgain(string method, bool hasContent)
    {
        using var message = Message(new ApiRequest(HttpMethod.Parse(method), "/x").Body((View?)null));

        Assert.Equal(hasContent, message.Content is not null);
        if (hasContent) Assert.Equal(0, message.Content!.Headers.ContentLength);
    }

    [Fact]
    public async Task Request_IsSentOnce()
    {
        using var http = new HttpClient(StubHandler.Answering(200)) { BaseAddress = new Uri("https://host") };
        var client = new ApiClient(http, NoRepository.Context());
        var request = new ApiRequest(HttpMethod.Get, "/x");
        await client.SendAsync(request);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request));
    }
}

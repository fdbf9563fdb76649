using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Http;

/// <summary>
/// The table of styles of the OpenAPI specification (3.1.1, section 4.8.12.6), as facts: a text, an array and an object in each style. Where
/// the table has a cell for the empty text, it is here too.
/// </summary>
[Trait("Feature", "L1")]
public sealed class StyleTests
{
    private const string Empty = "\"\"";
    private const string Text = "\"blue\"";
    private const string Array = """["blue","black","brown"]""";
    private const string Map = """{"R":100,"G":200,"B":150}""";

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, Empty, ";color")]
    [InlineData(ParameterStyle.Matrix, false, Text, ";color=blue")]
    [InlineData(ParameterStyle.Matrix, false, Array, ";color=blue,black,brown")]
    [InlineData(ParameterStyle.Matrix, false, Map, ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, Empty, ";color")]
    [InlineData(ParameterStyle.Matrix, true, Text, ";color=blue")]
    [InlineData(ParameterStyle.Matrix, true, Array, ";color=blue;color=black;color=brown")]
    [InlineData(ParameterStyle.Matrix, true, Map, ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, Text, ".blue")]
    [InlineData(ParameterStyle.Label, false, Array, ".blue,black,brown")]
    [InlineData(ParameterStyle.Label, false, Map, ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, Text, ".blue")]
    [InlineData(ParameterStyle.Label, true, Array, ".blue.black.brown")]
    [InlineData(ParameterStyle.Label, true, Map, ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, Text, "blue")]
    [InlineData(ParameterStyle.Simple, false, Array, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, Map, "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, Text, "blue")]
    [InlineData(ParameterStyle.Simple, true, Array, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, true, Map, "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.Json, false, Map, "%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    [InlineData(ParameterStyle.Simple, false, """["a,b","c/d"]""", "a%2Cb,c%2Fd")]
    [InlineData(ParameterStyle.Matrix, true, """{"a;b":"c=d"}""", ";a%3Bb=c%3Dd")]
    public void Path_IsAsInTheTable(ParameterStyle style, bool explode, string json, string expected) =>
        Assert.Equal($"/x/{expected}/y", Target(new ApiRequest(HttpMethod.Get, "/x/{color}/y").Path("color", JsonNode.Parse(json)!, Codec.Json, style, explode)));

    [Theory]
    [InlineData(ParameterStyle.Form, false, Empty, "color=")]
    [InlineData(ParameterStyle.Form, false, Text, "color=blue")]
    [InlineData(ParameterStyle.Form, false, Array, "color=blue,black,brown")]
    [InlineData(ParameterStyle.Form, false, Map, "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, Empty, "color=")]
    [InlineData(ParameterStyle.Form, true, Text, "color=blue")]
    [InlineData(ParameterStyle.Form, true, Array, "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.Form, true, Map, "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, Array, "color=blue%20black%20brown")]
    [InlineData(ParameterStyle.SpaceDelimited, false, Map, "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, Array, "color=blue%7Cblack%7Cbrown")]
    [InlineData(ParameterStyle.PipeDelimited, false, Map, "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, Array, "color=blue%09black%09brown")]
    [InlineData(ParameterStyle.PipeDelimited, true, Array, "color=blue&color=black&color=brown")]
    [InlineData(ParameterStyle.DeepObject, true, Map, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData(ParameterStyle.DeepObject, true, """{"a":{"b":[1,2]},"c":[{"d":true}]}""", "color%5Ba%5D%5Bb%5D%5B%5D=1&color%5Ba%5D%5Bb%5D%5B%5D=2&color%5Bc%5D%5B0%5D%5Bd%5D=true")]
    [InlineData(ParameterStyle.Json, false, Map, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D")]
    [InlineData(ParameterStyle.Form, true, "[]", "")]
    [InlineData(ParameterStyle.Form, false, "{}", "")]
    [InlineData(ParameterStyle.Form, false, """["a,b&c"]""", "color=a%2Cb%26c")]
    [InlineData(ParameterStyle.Form, false, """{"a":null,"b":{"c":1}}""", "color=b,%7B%22c%22%3A1%7D")]
    public void Query_IsAsInTheTable(ParameterStyle style, bool explode, string json, string expected) =>
        Assert.Equal(expected.Length == 0 ? "/x" : "/x?" + expected, Target(new ApiRequest(HttpMethod.Get, "/x").Query("color", JsonNode.Parse(json), Codec.Json, style, explode)));

    [Theory]
    [InlineData(ParameterStyle.Simple, false, Text, "blue")]
    [InlineData(ParameterStyle.Simple, false, Array, "blue,black,brown")]
    [InlineData(ParameterStyle.Simple, false, Map, "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, Map, "R=100,G=200,B=150")]
    [InlineData(ParameterStyle.PipeDelimited, false, Array, "blue|black|brown")]
    [InlineData(ParameterStyle.Json, false, """{"a":"é"}""", """{"a":"\u00E9"}""")]
    public void Header_IsAsInTheTable(ParameterStyle style, bool explode, string json, string expected)
    {
        using var message = Message(new ApiRequest(HttpMethod.Get, "/x").Header("color", JsonNode.Parse(json), Codec.Json, style, explode));

        Assert.Equal([expected], message.Headers.GetValues("color"));
    }

    [Theory]
    [InlineData(false, Text, "color=blue")]
    [InlineData(false, Array, "color=blue,black,brown")]
    [InlineData(false, Map, "color=R,100,G,200,B,150")]
    [InlineData(true, Array, "color=blue; color=black; color=brown")]
    [InlineData(true, Map, "R=100; G=200; B=150")]
    [InlineData(false, "\"a;b=c\"", "color=a%3Bb%3Dc")]
    public void Cookie_IsInTheStyleOfForms(bool explode, string json, string expected)
    {
        using var message = Message(new ApiRequest(HttpMethod.Get, "/x").Cookie("color", JsonNode.Parse(json), Codec.Json, ParameterStyle.Form, explode));

        Assert.Equal([expected], message.Headers.GetValues("Cookie"));
    }

    [Fact]
    public void ReservedCharacters_Stay_WhereTheyMay_ButForThoseThatEndTheValue() => Assert.Equal(
        "/x?q=a/b:c@d?e=f;g,h!(i)*'$%26j%23k%5Bl%5D%2Bm%20%25", Target(new ApiRequest(HttpMethod.Get, "/x").Query("q", "a/b:c@d?e=f;g,h!(i)*'$&j#k[l]+m %", Codec.String, ParameterStyle.Form, allowReserved: true)));

    [Fact]
    public void ValuesThatAreNoReferences_AndNull_AreTakenToo() => Assert.Equal(
        "/x/;id=7?d=2020-02-29", Target(new ApiRequest(HttpMethod.Get, "/x/{id}").Path("id", 7L, Codec.Int64, ParameterStyle.Matrix)
            .Query("d", (DateOnly?)new DateOnly(2020, 2, 29), Codec.Date, ParameterStyle.Form)
            .Query("n", (long?)null, Codec.Int64, ParameterStyle.Form).Query("m", (string?)null, Codec.String, ParameterStyle.Form)));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("\"..\"")]
    public void PathThatWouldReachElsewhere_IsRefused(string json) => Assert.Throws<ArgumentException>(
        () => Target(new ApiRequest(HttpMethod.Get, "/x/{id}").Path("id", JsonNode.Parse(json)!, Codec.Json, ParameterStyle.Simple)));

    [Fact]
    public void FragmentOfATemplate_IsNotSent() =>
        Assert.Equal("/x?a=1", Target(new ApiRequest(HttpMethod.Get, "/x#Action={y}").Query("a", 1)));

    private static string Target(ApiRequest request)
    {
        using var message = Message(request);
        return message.RequestUri!.PathAndQuery;
    }

    private static HttpRequestMessage Message(ApiRequest request)
    {
        using var http = new HttpClient { BaseAddress = new Uri("https://host") };
        return request.ToMessage(http, [], new Dictionary<string, Uri>());
    }
}

using Semel.Generator.Binding;

namespace Semel.Generator.Tests.Binding;

public sealed class WordsTests
{
    [Theory]
    [InlineData("load_balancers", "LoadBalancers")]
    [InlineData("dropletActions", "DropletActions")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("vpc-uuid", "VpcUuid")]
    [InlineData("+and", "And")]
    [InlineData("1_click", "_1Click")]
    [InlineData("ID", "Id")]
    [InlineData("", "Value")]
    public void Names_BecomePascalCase(string name, string pascal) => Assert.Equal(pascal, Words.Pascal(name));

    [Theory]
    [InlineData("policies", "policy")]
    [InlineData("databases", "database")]
    [InlineData("addresses", "address")]
    [InlineData("prefixes", "prefix")]
    [InlineData("images", "image")]
    [InlineData("status", "status")]
    [InlineData("dns", "dns")]
    [InlineData("indices", "index")]
    [InlineData("vpc", "vpc")]
    public void Plurals_HaveASingular(string plural, string singular) => Assert.Equal(singular, Noun.Singular(plural));
}

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

    /// <summary>More names than are kept, so that each place is given away again and again; one that is longer than any that is kept; at once, as builds do.</summary>
    [Fact]
    public void KeptNames_KeepTheirOwnWords() => Parallel.For(0, 4, _ =>
    {
        for (var number = 0; number < 20_000; number++)
        {
            var name = $"name{number}_ofThings{(number % 100 == 0 ? new string('s', 100) : "")}";
            Assert.Equal([$"name{number}", "of", name[name.IndexOf('T', StringComparison.Ordinal)..].ToLowerInvariant()], Words.Of(name));
            var flat = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
            Assert.Equal((flat, flat[..^(number % 100 == 0 ? 0 : 1)], $"Name{number}OfThings"), (Words.Flat(name), Words.One(name), Words.Pascal(name).TrimEnd('s') + "s"));
        }
    });
}

using System.Text.RegularExpressions;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Tests;

/// <summary>How names are taken apart.</summary>
public sealed class WordsTests
{
    private static readonly Regex Word = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant);

    [Theory]
    [InlineData("CreateServerAsync", "create server async")]
    [InlineData("PostHTTPRequest2", "post http request 2")]
    [InlineData("servers_create", "servers create")]
    [InlineData("_v2Id", "v 2 id")]
    [InlineData("<Main>$", "main")]
    [InlineData("", "")]
    public void Name_IsTakenApart(string name, string words) => Assert.Equal(words, string.Join(' ', Words.Of(name)));

    [Fact]
    public void EveryName_IsTakenApart_AsByTheExpression()
    {
        const string Letters = "aZbYcX09_<é-";
        var random = new Random(6);
        for (var round = 0; round < 20_000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)])]);
            Assert.Equal(Word.Matches(name).Select(match => match.Value.ToLowerInvariant()), Words.Of(name));
        }
    }
}

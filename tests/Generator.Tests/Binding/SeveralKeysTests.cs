using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Instances that several properties name together.</summary>
[Trait("Feature", "B5")]
public sealed class SeveralKeysTests
{
    private static string Document(string path, params string[] properties) =>
        Api.Document(request: Api.Object(properties), collection: Api.List()).Replace("\"/things\"", $"\"{path}\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("/domains/x/records", "type name data", "type+name+data")]
    [InlineData("/dns_records", "type name content", "type+name+content")]
    [InlineData("/records", "type host target", "type+host+target")]
    [InlineData("/dns/x/records", "record_name type content", "type+record_name+content")]
    [InlineData("/records", "type name", "name")]
    [InlineData("/records", "name data", "name")]
    [InlineData("/things", "type name data", "name")]
    public void RecordsOfADomain_AreNamedByTypeNameAndWhatTheyHold(string path, string properties, string expected) => Assert.Equal(
        expected, Bound.Valid(Document(path, [.. properties.Split(' ').Select(name => Api.Text(name))]), path).Facts!.NaturalKey);

    [Fact]
    public void SeveralCanBeDeclared_AndFindNothingAgain()
    {
        var facts = Bound.Valid(Document("/things", Api.Text("name"), Api.Text("kind")), overrides: Bound.NoOverrides with { Key = "kind+name" }).Facts!;

        Assert.Equal(("kind+name", null, null), (facts.NaturalKey, facts.NameInResource, facts.NameFilter));
        Assert.Null(Bound.Model(Document("/things", Api.Text("name")), overrides: Bound.NoOverrides with { Key = "kind+name" }).Facts);
    }
}

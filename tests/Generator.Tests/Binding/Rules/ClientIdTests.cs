namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>An id that the client gives beside the server's.</summary>
[Trait("Feature", "L2")]
public sealed class ClientIdTests
{
    [Theory]
    [InlineData("uid", "", "uid")]
    [InlineData("eventId", "Optional unique identifier for the message", "eventId")]
    [InlineData("parent_id", "Unique identifier of the parent", "name")]
    [InlineData("note", "Optional unique identifier", "name")]
    public void ClientsOwnId_TellsApartBetterThanAName(string property, string description, string key) =>
        Assert.Equal(key, Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), Api.Text(property, description)))).Facts!.NaturalKey);
}

using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>What lives under a parent and can be made what is wanted.</summary>
[Trait("Feature", "D4")]
public sealed class SetTests
{
    private const string Collection = "/things/{thing_id}/members";
    private static readonly string s_delete = "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}";
    private static readonly string s_member = """{"type":"object","required":["server_id"],"properties":{"server_id":{"type":"string"},"role":{"type":"string"}}}""";

    [Fact]
    public void Member_IsWhatItsRequestSays_WhateverTheReplyIs()
    {
        foreach (var reply in new[] { """{"204":{"description":""}}""", "{\"200\":" + Api.Reply(Api.Resource) + "}" })
        {
            var facts = Bound.Valid(Document(reply), Collection).Facts!;
            Assert.Equal(("server_id", "server_id", "server_id", "server_id"), (facts.IdInRequest, facts.Id, facts.NaturalKey, facts.NameInResource));
            Assert.Equal(("UniqueName", true, false), (facts.Guarantee, facts.IsSet, facts.ReplyIsResource));
        }
    }

    [Fact]
    public void MemberThatTheReplyShows_IsTakenFromThere()
    {
        var facts = Bound.Valid(Document("{\"201\":" + Api.Reply(s_member) + "}"), Collection).Facts!;
        Assert.Equal((null, "server_id", true, true), (facts.IdInRequest, facts.Id, facts.IsSet, facts.ReplyIsResource));
    }

    /// <summary>Without one of them nothing would find, or take out, what is there.</summary>
    [Theory]
    [InlineData("list", "no list")]
    [InlineData("delete", "no delete")]
    [InlineData("parent", "no parent")]
    public void WhatIsMissing_MakesItNoSet_AndOwningOneAnError(string missing, string why)
    {
        var (document, path) = missing == "parent"
            ? (Api.Document(collection: Api.List(), paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), s_delete)), "/things")
            : (Document("{\"201\":" + Api.Reply(s_member) + "}", withList: missing != "list", withDelete: missing != "delete"), Collection);
        Assert.False(Bound.Valid(document, path).Facts!.IsSet);

        var refused = Bound.Model(document, path, Bound.NoOverrides with { OwnsSet = true }).Diagnostic("SEM1014");

        Assert.Equal("OwnsSet = true", refused.Arguments[0]);
        Assert.Contains(why, refused.Arguments[1]);
    }

    [Fact]
    public void DocumentMaySayWhoseTheSetIs()
    {
        var said = Document("""{"204":{"description":""}}""").Replace("\"post\":{\"x\":0,", "\"post\":{\"x-semel-owns-set\":\"true\",", StringComparison.Ordinal);
        Assert.True(Bound.Valid(said, Collection).Facts!.OwnsSet);
        Assert.False(Bound.Valid(said, Collection, Bound.NoOverrides with { OwnsSet = false }).Facts!.OwnsSet); // the attribute goes before
        Assert.Equal("x-semel-owns-set", Bound.Model(said.Replace("\"true\",", "\"yes\",", StringComparison.Ordinal), Collection).Diagnostic("SEM2020").Arguments[0]);
    }

    [Theory]
    [InlineData("POST", true, "IEnumerable<global::ApiModels.Member")]
    [InlineData("PUT", true, "IReadOnlyDictionary<string, global::ApiModels.Member")]
    [InlineData("PUT", false, "IEnumerable<string> wanted")]
    public void EnsureSetAsync_TakesWhatTheCreateTakes(string method, bool body, string type)
    {
        var document = method == "POST" ? Document("""{"204":{"description":""}}""") : PutDocument(body);
        var path = method == "POST" ? Collection : Collection + "/{server_id}";
        var model = Bound.Valid(document, path, method == "POST" ? null : Bound.NoOverrides with { Guarantee = "Natural" });

        var emitted = string.Join('\n', Emit.Emitted.From(model).Values);

        Assert.Contains($"EnsureSetAsync(\n        string thingId,\n        global::System.Collections.Generic.{type}", emitted, StringComparison.Ordinal);
        Assert.Empty(Emit.Emitted.Problems(model));
    }

    private static string List => Api.Operation("get", Api.Object("\"members\":{\"type\":\"array\",\"items\":" + s_member + "}"));

    private static string Document(string replies, bool withList = true, bool withDelete = true) =>
        "{\"openapi\":\"3.0.3\",\"paths\":{\"/servers/{server_id}\":{" + Api.Operation("get", Api.Resource) + "}"
        + Api.Path(Collection, ["\"post\":{\"x\":0," + Api.Body(s_member) + ",\"responses\":" + replies + "}", .. withList ? [List] : Array.Empty<string>()])
        + Api.Path(Collection + "/{server_id}", withDelete ? s_delete : Api.Operation("patch", s_member, "," + Api.Body(s_member))) + "}}";

    private static string PutDocument(bool body) =>
        "{\"openapi\":\"3.0.3\",\"paths\":{\"/servers/{server_id}\":{" + Api.Operation("get", Api.Resource) + "}" + Api.Path(Collection, List)
        + Api.Path(Collection + "/{server_id}", s_delete, Api.Operation("get", s_member),
            "\"put\":{" + (body ? Api.Body(s_member) + "," : "") + "\"responses\":{\"204\":{\"description\":\"\"}}}") + "}}";
}

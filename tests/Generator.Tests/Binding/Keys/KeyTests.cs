using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Keys;

/// <summary>Where a create takes an idempotency key, and what the document says of it.</summary>
[Trait("Feature", "E5")]
public sealed class KeyTests
{
    [Theory]
    [InlineData("Idempotency-Key")]
    [InlineData("idempotency-key")]
    [InlineData("X-Idempotency-Key")]
    [InlineData("Idempotence-Key")]
    public void HeaderThatSaysIdempotency_IsTheKey_AndPromisesReplay(string name)
    {
        var model = Bound.Valid(Api.Document().WithParameters(Api.Header(name)));

        Assert.Equal(new IdempotencyKeyModel(Model.KeyPlace.Header, name, Model.KeyShape.Text), model.Facts!.IdempotencyKey);
        Assert.Equal("Replay", model.Facts.Guarantee);
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM3001");
    }

    [Theory]
    [InlineData("X-Request-Id", "An unique ID for the request", false)]
    [InlineData("X-Request-Id", "Retries are traced by it", false)]
    [InlineData("X-Request-Id", "Makes the create idempotent.", true)]
    [InlineData("Request-Id", "Repeats with it create no duplicate.", true)]
    [InlineData("client_token", "Who calls.", false)]
    [InlineData("Idempotency-Replayed-Not", "", true)]
    [InlineData("Repeatability-Request-ID", "A UUID.", false)]
    public void NameThatOthersUseForTracing_IsTheKey_OnlyWhereTheProseSaysSo(string name, string prose, bool isKey) =>
        Assert.Equal(isKey, Bound.Valid(Api.Document().WithParameters(Api.Header(name, prose))).Facts!.IdempotencyKey is not null);

    [Theory]
    [InlineData("request_id", "A unique id; if a request is retried, nothing is created twice.", true)]
    [InlineData("requestId", "Ensures that a request is idempotent.", true)]
    [InlineData("clientToken", "Prevents duplicates.", true)]
    [InlineData("idempotency_token", "Can be used to ensure operations are only run once.", true)]
    [InlineData("request_id", "The id of the request to approve.", false)]
    [InlineData("token", "Prevents duplicates.", false)]
    public void QueryAndBody_TakeTheKeyToo(string name, string prose, bool isKey)
    {
        var query = Bound.Valid(Api.Document().WithParameters(Api.Query(name).Replace("\"in\"", $"\"description\":\"{prose}\",\"in\"", StringComparison.Ordinal)));
        var body = Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), Api.Text(name, prose))));

        Assert.Equal(isKey ? Model.KeyPlace.Query : null, query.Facts!.IdempotencyKey?.Place);
        Assert.Equal(isKey ? Model.KeyPlace.Body : null, body.Facts!.IdempotencyKey?.Place);
    }

    [Theory]
    [InlineData("""{"type":"boolean"}""", "")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "")]
    [InlineData("""{"type":"string","maxLength":16}""", "")]
    [InlineData("""{"type":"string","pattern":"^[0-9]{20}$"}""", "")]
    [InlineData("""{"type":"string"}""", ",\"deprecated\":true")]
    public void WhatCannotTakeAKeyOfOurs_IsNone(string schema, string rest) =>
        Assert.Null(Bound.Valid(Api.Document().WithParameters(Api.Header("Idempotency-Key", schema: schema, rest: rest))).Facts!.IdempotencyKey);

    [Fact]
    public void Header_IsTakenBeforeQueryAndBody()
    {
        var document = Api.Document(request: Api.Object(Api.Text("name"), Api.Text("idempotency_key"))).WithParameters(Api.Query("idempotency_key"), Api.Header("Idempotency-Key"));

        Assert.Equal(Model.KeyPlace.Header, Bound.Valid(document).Facts!.IdempotencyKey!.Place);
    }

    [Theory]
    [InlineData("A UUID v4.", """{"type":"string"}""", "", "Uuid4")]
    [InlineData("See AIP-155.", """{"type":"string","format":"uuid"}""", "", "Uuid4")]
    [InlineData("Any UUID.", """{"type":"string","format":"uuid"}""", "", "Text")]
    [InlineData("A UUIDv4 of 20 characters.", """{"type":"string"}""", "", "Text")]
    [InlineData("A string of structured fields (RFC 8941).", """{"type":"string"}""", "", "StructuredString")]
    [InlineData("", """{"type":"string"}""", ",\"example\":\"\\\"8e03978e\\\"\"", "StructuredString")]
    [InlineData("", """{"type":"string","example":"\"8e03978e\""}""", "", "StructuredString")]
    [InlineData("", """{"type":"string"}""", ",\"examples\":{\"one\":{\"value\":\"\\\"8e03978e\\\"\"}}", "StructuredString")]
    [InlineData("", """{"type":"string"}""", ",\"example\":\"8e03978e\"", "Text")]
    public void Shape_IsWhatTheDocumentAsksFor(string prose, string schema, string rest, string shape) =>
        Assert.Equal(shape, Bound.Valid(Api.Document().WithParameters(Api.Header("Idempotency-Key", prose, schema, rest))).Facts!.IdempotencyKey!.Shape.ToString());

    [Theory]
    [InlineData("128 character max.", """{"type":"string"}""", 128, false)]
    [InlineData("Between 1 and 64 characters.", """{"type":"string"}""", 64, false)]
    [InlineData("At least 20 characters.", """{"type":"string"}""", 255, false)]
    [InlineData("", """{"type":"string","maxLength":40}""", 40, false)]
    [InlineData("At most 50 characters", """{"type":"string","maxLength":40}""", 40, false)]
    [InlineData("", """{"type":"string","pattern":"^[A-Za-z0-9]{1,32}$"}""", 32, true)]
    [InlineData("", """{"type":"string","pattern":"^\\w+$"}""", 255, true)]
    [InlineData("", """{"type":"string","pattern":"^[a-z0-9_-]{20,}$"}""", 255, false)]
    public void LengthAndCharacters_AreWhatTheDocumentAllows(string prose, string schema, int length, bool lettersAndDigitsOnly)
    {
        var key = Bound.Valid(Api.Document().WithParameters(Api.Header("Idempotency-Key", prose, schema))).Facts!.IdempotencyKey!;

        Assert.Equal((length, lettersAndDigitsOnly), (key.MaximumLength, key.LettersAndDigitsOnly));
    }

    [Fact]
    public void Repeatability_HasTheTimeOfTheFirstSend_AndRefusesLateKeys_WhereItAnswers412()
    {
        var both = Api.Document().WithParameters(Api.Header("Repeatability-Request-ID"), Api.Header("Repeatability-First-Sent"));

        var key = Bound.Valid(both).Facts!.IdempotencyKey!;
        Assert.Equal(("Repeatability-Request-ID", "Repeatability-First-Sent", false), (key.Name, key.FirstSentHeader, key.RejectsLate));
        Assert.True(Bound.Valid(both.Replace("\"responses\":{", "\"responses\":{\"412\":{\"description\":\"\"},", StringComparison.Ordinal)).Facts!.IdempotencyKey!.RejectsLate);
    }

    [Theory]
    [InlineData("Idempotency-Replayed", true)]
    [InlineData("Idempotent-Replayed", true)]
    [InlineData("X-Idempotent-Replay", true)]
    [InlineData("Repeatability-Result", false)]
    [InlineData("Idempotency-Key", false)]
    public void ReplayMark_IsAHeaderOfTheReply(string name, bool isMark)
    {
        var document = Api.Document().WithParameters(Api.Header("Idempotency-Key"))
            .Replace("\"201\":{", "\"201\":{\"headers\":{\"" + name + "\":{\"schema\":{\"type\":\"string\"}}},", StringComparison.Ordinal);

        Assert.Equal(isMark ? name : null, Bound.Valid(document).Facts!.IdempotencyKey!.ReplayedHeader);
    }

    [Fact]
    public void PropertyThatCarriesTheKey_StaysInTheRequest_ButNobodyHasToSetIt()
    {
        var request = Api.Object(Api.Text("name"), Api.Text("idempotency_key", "Ours.")).TrimEnd('}') + "}},\"required\":[\"name\",\"idempotency_key\"]}";
        var model = Bound.Valid(Api.Document(request: request));

        var property = model.Object(model.Operation(OperationKind.Create).Body!.Identity).Property("idempotency_key");
        Assert.False(property.Required);
        Assert.StartsWith("Ours.\n\nLeave it out:", property.Documentation, StringComparison.Ordinal);
        Assert.True(model.Object(model.Operation(OperationKind.Create).Body!.Identity).Property("name").Required);
    }

    [Fact]
    public void MarkerIsKept_AndTheReasonSaysWhatItAdds()
    {
        var tagged = Api.Object(Api.Text("id"), Api.Text("name"), """ "tags":{"type":"array","items":{"type":"string"}}""");
        var facts = Bound.Valid(Api.Document(tagged, tagged, Api.List()).WithParameters(Api.Header("Idempotency-Key", "Kept for 2 hours."))).Facts!;

        Assert.Equal(("Replay", "tags"), (facts.Guarantee, facts.Marker!.Property));
        Assert.Equal("The server knows a repeated create by 'Idempotency-Key' for 2 hours; after that the marker in 'tags' finds it.", facts.GuaranteeReason);
    }
}

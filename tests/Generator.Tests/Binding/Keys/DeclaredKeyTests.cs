using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Keys;

/// <summary>The key where a declaration says what the document doesn't.</summary>
[Trait("Feature", "E5")]
public sealed class DeclaredKeyTests
{
    private static readonly string Document = Api.Document(request: Api.Object(
        Api.Text("name"), """ "count":{"type":"integer"}""", """ "meta":{"type":"object","properties":{"token":{"type":"string","maxLength":10},"key":{"type":"string","maxLength":64}}}"""));

    [Theory]
    [InlineData("X-Once", "Header", "X-Once", 255)]
    [InlineData("query:once", "Query", "once", 255)]
    [InlineData("body:name", "Body", "name", 255)]
    [InlineData("body:meta.key", "Body", "meta.key", 64)]
    public void Declared_NamesThePlace(string declared, string place, string name, int length)
    {
        var facts = Valid(Bound.NoOverrides with { IdempotencyKey = declared });

        Assert.Equal(new IdempotencyKeyModel(Enum.Parse<Model.KeyPlace>(place), name, Model.KeyShape.Text) { MaximumLength = length }, facts.IdempotencyKey);
        Assert.Equal("Replay", facts.Guarantee);
    }

    [Fact]
    public void DeclaredHeader_IsAsTheDocumentDescribesIt()
    {
        var document = Api.Document().WithParameters(Api.Header("X-Request-Id", "Up to 64 characters."));

        var key = Bound.Valid(document, overrides: Bound.NoOverrides with { IdempotencyKey = "x-request-id" }).Facts!.IdempotencyKey!;
        Assert.Equal(("X-Request-Id", 64), (key.Name, key.MaximumLength));
    }

    [Fact]
    public void EmptyText_SaysThatThereIsNone()
    {
        var document = Api.Document().WithParameters(Api.Header("Idempotency-Key"));

        Assert.Null(Bound.Valid(document, overrides: Bound.NoOverrides with { IdempotencyKey = "" }).Facts!.IdempotencyKey);
    }

    [Theory]
    [InlineData(1.5, 90.0)]
    [InlineData(168.0, 7 * 24 * 60.0)]
    [InlineData(double.PositiveInfinity, null)]
    public void KeyWindowHours_OverridesTheDocument(double hours, double? minutes)
    {
        var document = Api.Document().WithParameters(Api.Header("Idempotency-Key", "Kept for 12 hours."));

        Assert.Equal(minutes, Bound.Valid(document, overrides: Bound.NoOverrides with { KeyWindowHours = hours }).Facts!.IdempotencyKey!.Window?.TotalMinutes);
    }

    [Theory]
    [InlineData("X Once", "write the name of a header", "X Once")]
    [InlineData("query:", "write the name of a header", "query:")]
    [InlineData("cookie:once", "write the name of a header", "cookie:once")]
    [InlineData("body:count", "'count' is no text", "body:count")]
    [InlineData("body:meta.token", "no key there that is long enough", "body:meta.token")]
    public void WhatCannotBeSent_IsAnErrorAtTheAttribute(string declared, string reason, string shown)
    {
        var model = Bound.Model(Document, overrides: Bound.NoOverrides with { IdempotencyKey = declared });

        var diagnostic = model.Diagnostic("SEM1013");
        Assert.Null(model.Facts);
        Assert.Equal(Bound.AttributeLocation, diagnostic.Location);
        Assert.Equal($"IdempotencyKey = \"{shown}\"", diagnostic.Arguments[0]);
        Assert.Contains(reason, diagnostic.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void PropertyThatIsNotThere_SuggestsTheNearest() => Assert.Equal(
        "; did you mean 'name'?", Bound.Model(Document, overrides: Bound.NoOverrides with { IdempotencyKey = "body:nam" }).Diagnostic("SEM1007").Arguments[3]);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.MaxValue)]
    [InlineData(1e-9)]
    public void WindowThatIsNone_IsAnError(double hours)
    {
        var model = Bound.Model(Document, overrides: Bound.NoOverrides with { IdempotencyKey = "X-Once", KeyWindowHours = hours });

        Assert.StartsWith("KeyWindowHours = ", model.Diagnostic("SEM1013").Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void WindowWithoutAKey_IsAnError() => Assert.Contains(
        "takes no idempotency key", Bound.Model(Document, overrides: Bound.NoOverrides with { KeyWindowHours = 12 }).Diagnostic("SEM1013").Arguments[1], StringComparison.Ordinal);

    private static ResourceFacts Valid(DeclaredOverrides overrides) => Bound.Valid(Document, overrides: overrides).Facts!;
}

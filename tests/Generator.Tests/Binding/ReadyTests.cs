using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>When a create that waits stops waiting.</summary>
[Trait("Feature", "D2")]
public sealed class ReadyTests
{
    private static readonly string Thing = Api.Object(
        Api.Text("id"), Api.Text("name"), Api.Text("phase"), """ "status":{"type":"string","enum":["new","active","error"]}""");

    private static readonly string Document = Api.Document(reply: Thing, paths: Api.Path("/things/{id}", Api.Operation("get", Thing)));

    [Fact]
    public void Ready_IsAPropertyAndItsValues()
    {
        Assert.Equal(new ReadyModel("status", ["active", "new"], []), Ready("status=active,new", null));
        Assert.Equal(new ReadyModel("status", ["active"], ["error"]), Ready("status=active", "status = error"));
        Assert.Equal(new ReadyModel("phase", ["anything"], []), Ready("phase=anything", null));
        Assert.Null(Ready(null, null));
    }

    [Fact]
    public void States_AreShown_AndNotWaitedFor()
    {
        var facts = Bound.Valid(Document).Facts!;

        Assert.Equal(new StatesModel("status", ["new", "active", "error"]), facts.States);
        Assert.Null(Bound.Valid(Api.Document()).Facts!.States);
    }

    [Theory]
    [InlineData("status", null, "Ready = \"status\"", "write it as")]
    [InlineData("status=activ", null, "Ready = \"status=activ\"", "'status' is never 'activ'; its values are 'new', 'active', 'error'")]
    [InlineData("status=active", "status=eror", "Failed = \"status=eror\"", "'status' is never 'eror'")]
    [InlineData("status=active", "phase=x", "Failed = \"phase=x\"", "Ready is about 'status'")]
    [InlineData("status=active", "status=error,active", "Failed = \"status=error,active\"", "'active' cannot mean both")]
    [InlineData(null, "status=error", "Failed = \"status=error\"", "it needs a Ready")]
    public void WhatSaysNothing_IsAnErrorAtTheAttribute(string? ready, string? failed, string what, string reason)
    {
        var model = Bound.Model(Document, overrides: Bound.NoOverrides with { Ready = ready, Failed = failed });

        var diagnostic = model.Diagnostic("SEM1012");
        Assert.Null(model.Facts);
        Assert.Equal((what, Bound.AttributeLocation), (diagnostic.Arguments[0], diagnostic.Location));
        Assert.Contains(reason, diagnostic.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownProperty_SuggestsTheNearest() => Assert.Equal(
        "; did you mean 'status'?", Bound.Model(Document, overrides: Bound.NoOverrides with { Ready = "statu=active" }).Diagnostic("SEM1007").Arguments[3]);

    [Fact]
    public void WithoutARead_NothingCanBeWaitedFor() => Assert.Contains(
        "no GET of one resource",
        Bound.Model(Api.Document(reply: Thing), overrides: Bound.NoOverrides with { Ready = "status=active" }).Diagnostic("SEM1012").Arguments[1], StringComparison.Ordinal);

    private static ReadyModel? Ready(string? ready, string? failed) => Bound.Valid(Document, overrides: Bound.NoOverrides with { Ready = ready, Failed = failed }).Facts!.Ready;
}

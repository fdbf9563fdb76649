using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>How a resource that stays says that it is gone.</summary>
public sealed class GoneTests
{
    private static readonly string Document = Api.Document(reply: Api.Object(
        Api.Text("id"), Api.Text("phase"),
        """ "status":{"type":"object","properties":{"state":{"type":"string","enum":["active","expired","pending"]},"surroundings":{"type":"object","properties":{"a":{"type":"string"}}}}}"""));

    [Theory]
    [InlineData("status.state=expired", "status.state", "expired")]
    [InlineData(" status.state = expired , pending, expired ", "status.state", "expired", "pending")]
    [InlineData("phase=anything", "phase", "anything")]
    public void Gone_IsAPropertyAndItsValues(string declared, string property, params string[] values)
    {
        var gone = Bound.Valid(Document, overrides: Bound.NoOverrides with { Gone = declared }).Facts!.Gone;

        Assert.Equal(new GoneModel(property, values.ToEquatableArray()), gone);
        Assert.Null(Bound.Valid(Document).Facts!.Gone);
    }

    [Theory]
    [InlineData("status.state", "write it as a property path, an equals sign and values")]
    [InlineData("", "write it as")]
    [InlineData("=expired", "write it as")]
    [InlineData("a=b=c", "write it as")]
    [InlineData("status.state=", "a value is missing")]
    [InlineData("status.state=expired,", "a value is missing")]
    [InlineData("status.state=expird", "'status.state' is never 'expird'; its values are 'active', 'expired', 'pending'")]
    [InlineData("status=expired", "'status' is neither a text nor another simple value")]
    public void WhatSaysNothing_IsAnErrorAtTheAttribute(string declared, string reason)
    {
        var model = Bound.Model(Document, overrides: Bound.NoOverrides with { Gone = declared });

        var diagnostic = model.Diagnostic("SEM1011");
        Assert.Null(model.Facts);
        Assert.Equal(Bound.AttributeLocation, diagnostic.Location);
        Assert.Equal(declared, diagnostic.Arguments[0]);
        Assert.Contains(reason, diagnostic.Arguments[1]);
    }

    [Theory]
    [InlineData("status.stat=expired", "; did you mean 'status.state'?")]
    [InlineData("phas=x", "; did you mean 'phase'?")]
    [InlineData("nowhere.at.all=x", "")]
    public void UnknownProperty_SuggestsTheNearest(string declared, string suggestion)
    {
        var arguments = Bound.Model(Document, overrides: Bound.NoOverrides with { Gone = declared }).Diagnostic("SEM1007").Arguments;

        Assert.Equal(("Gone", declared.Split('=')[0], "the resource", suggestion), (arguments[0], arguments[1], arguments[2], arguments[3]));
    }
}

using Semel.Generator.Model;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit;

/// <summary>What the descriptor says of a create's reply and of resources that are gone, and where it says nothing.</summary>
public sealed class DescriptorTests
{
    [Theory]
    [InlineData(null, "IdInReply = \"silenceID\",")]
    [InlineData("data", "IdInReply = \"data.silenceID\",")]
    public void IdInReply_HasTheEnvelopeInFront(string? envelope, string expected)
    {
        var text = Emit(model => model with
        {
            Facts = model.Facts! with { IdInReply = "silenceID", ReplyIsResource = false },
            Operations = [.. model.Operations.Select(operation => operation with { ResponseEnvelope = envelope })],
        });

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("ReplyIsResource = false,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gone_IsAConditionOnAProperty() => Assert.Contains(
        "Gone = new(\"status.state\", [\"expired\", \"a\\\"b\"]),",
        Emit(model => model with { Facts = model.Facts! with { Gone = new GoneModel("status.state", ["expired", "a\"b"]) } }), StringComparison.Ordinal);

    [Fact]
    public void WhatIsAsUsual_IsNotSaid()
    {
        var text = Emit(model => model);

        foreach (var property in new[] { "IdInReply", "ReplyIsResource", "Gone" }) Assert.DoesNotContain(property, text, StringComparison.Ordinal);
    }

    private static string Emit(Func<ResourceModel, ResourceModel> change)
    {
        var model = change(Small());
        Assert.Empty(Emitted.Problems(model));
        return Emitted.From(model)["MyApp.Things.g.cs"];
    }
}

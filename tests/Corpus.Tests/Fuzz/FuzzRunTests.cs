namespace Semel.Corpus.Tests.Fuzz;

/// <summary>The controls of the fuzzer: what it is there to see, it sees.</summary>
[Trait("Feature", "L6")]
public sealed class FuzzRunTests
{
    private const string Document = """
        openapi: 3.0.3
        paths: { /things: { get: { responses: { '200': { description: It., content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } } } } }
        """;

    [Fact]
    public void WhatStaysWithinItsBounds_IsRight() => Assert.Null(FuzzRun.Problem("api.yaml", Document));

    [Fact]
    public void Memory_IsBounded() => Assert.StartsWith("memory", FuzzRun.Problem(FuzzBounds.Usual with { Bytes = 100_000, BytesOfACharacter = 1 }, "api.yaml", Document), StringComparison.Ordinal);

    [Fact]
    public void Output_IsBounded() => Assert.StartsWith("output", FuzzRun.Problem(FuzzBounds.Usual with { Output = 100, OutputOfACharacter = 1 }, "api.yaml", Document), StringComparison.Ordinal);

    [Fact]
    public void Time_IsBounded() => Assert.StartsWith("endless", FuzzRun.Problem(FuzzBounds.Usual with { Time = TimeSpan.Zero }, "api.yaml", Document), StringComparison.Ordinal);
}

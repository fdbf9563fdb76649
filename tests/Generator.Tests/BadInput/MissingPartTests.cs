using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>What many references need and the document lacks is one error, at the first of them, that says what may be meant or may have happened.</summary>
[Trait("Feature", "L6")]
public sealed class MissingPartTests
{
    private const string Paths = """
        openapi: 3.0.3
        paths:
          /things:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/thing_request' } } } }
              responses: { '201': { content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }, '400': { $ref: '#/components/responses/bad' } }
          /others:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/thing_request' } } } }
              responses: { '201': { content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
        """;

    private const string Components = """

        components:
          responses: { bad: { description: bad } }
          schemas:
            thing_request: { properties: { name: { type: string } } }
            thing: { properties: { id: { type: string }, name: { type: string } } }

        """;

    private const string Both = "using Semel;\n[ExtensionModel(\"api.yaml\", \"/things\")] partial class A;\n[ExtensionModel(\"api.yaml\", \"/others\")] partial class B;\n";

    [Theory]
    [InlineData("\n", "the document has no 'components'; the same is wrong in 3 other places")]
    [InlineData("", "the document has no 'components', and its last line has no line break, so it may be cut off; the same is wrong in 3 other places")]
    [InlineData("\ncomponents: {}\n", "'#/components' has no 'schemas'; the same is wrong in 3 other places")]
    [InlineData("\ncomponents:\n  schemas: { thing: { properties: { id: {} } } }", "'#/components/schemas' has no 'thing_request', and its last line has no line break, so it may be cut off; the same is wrong in one other place")]
    [InlineData("\ncomponants: {}\n", "the document has no 'components'; did you mean 'componants'? The same is wrong in 3 other places")]
    public void MissingSection_IsOneErrorOfAllClasses_AtItsFirstReference(string end, string reason)
    {
        var run = RealRun.Of(Both, new MemoryText("/repo/api.yaml", Paths + end));
        Assert.Equal("api.yaml(5,69): SEM2003", run.Reported[0]);
        Assert.Equal(run.Reported.Distinct(), run.Reported);
        Assert.Equal($"'#/components/schemas/thing_request' leads nowhere: {reason}", run.Messages.First(message => message.Contains("leads nowhere", StringComparison.Ordinal)));
        Assert.Single(run.Messages, message => message.Contains(reason.Split(';', ',')[0], StringComparison.Ordinal));
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("schemas/thing_reqest", "'#/components/schemas' has no 'thing_reqest'; did you mean 'thing_request'?")]
    [InlineData("shemas/thing_request", "'#/components' has no 'shemas'; did you mean 'schemas'?")]
    [InlineData("schemas/nothing_like_it", "'#/components/schemas' has no 'nothing_like_it'")]
    public void MisspeltReference_SaysWhatMayBeMeant_Once(string reference, string reason)
    {
        var run = RealRun.Of(Both, new MemoryText("/repo/api.yaml", (Paths + Components).Replace("#/components/schemas/thing_request", "#/components/" + reference, StringComparison.Ordinal)));
        Assert.Equal(["api.yaml(5,69): SEM2003"], run.Reported);
        var more = reason.EndsWith('?') ? " The same is wrong in one other place" : "; the same is wrong in one other place";
        Assert.Contains($"'#/components/{reference}' leads nowhere: {reason}{more}", run.Messages);
    }

    [Fact]
    public void MisspeltResponse_SaysWhatMayBeMeant()
    {
        var run = RealRun.OfDocument("api.yaml", Paths.Replace("responses/bad", "responses/bed", StringComparison.Ordinal) + Components);
        Assert.Equal(["'#/components/responses/bed' leads nowhere: '#/components/responses' has no 'bed'; did you mean 'bad'?"], run.Messages.Where(message => message.Contains("leads nowhere", StringComparison.Ordinal)));
    }

    [Fact]
    public void ReferencesThatAreEachWrong_AreEachAnError()
    {
        var run = RealRun.OfDocument("api.yaml", Paths.Replace("#/components/schemas/thing'", "#thing'", StringComparison.Ordinal).Replace("#/components/schemas/thing_request'", "#request'", StringComparison.Ordinal) + Components);
        Assert.Equal(2, run.Reported.Count(error => error.EndsWith("SEM2003", StringComparison.Ordinal)));
    }
}

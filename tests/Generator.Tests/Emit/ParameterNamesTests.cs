using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Emit;

/// <summary>Path parameters may be called like what the methods of a model take themselves.</summary>
public sealed class ParameterNamesTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("instance")]
    [InlineData("request")]
    [InlineData("options")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("created_id")]
    [InlineData("existing_id")]
    [InlineData("existing_name")]
    [InlineData("cancellationToken")]
    [InlineData("class")]
    public void ParentCalledLikeAParameterOfOurs_CompilesClean(string parent)
    {
        var path = $"/parents/{{{parent}}}/things";
        var document = Api.Document(paths: Api.Path(path + "/{thing_id}", Api.Operation("get", Api.Resource), Api.Operation("delete", Api.Resource)))
            .Replace("\"/things\"", $"\"{path}\"", StringComparison.Ordinal);
        var run = RealRun.OfDocument("api.json", document, path);

        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }
}

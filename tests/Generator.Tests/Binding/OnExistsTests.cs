using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>What is declared for a resource that was there before.</summary>
[Trait("Feature", "A9")]
public sealed class OnExistsTests
{
    private const string Item = "/things/{id}";

    private static readonly string Delete = "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}";

    [Theory]
    [InlineData("patch", "name")]
    [InlineData("put", "name", "state")] // what it leaves out is gone, so it has to say what is there
    public void Patch_SendsWhatTheCreateTakesToo_AndPutAllOfIt(string method, params string[] properties)
    {
        var update = Api.Operation(method, Api.Resource, "," + Api.Body(Api.Object(Api.Text("name"), Api.Text("state"))));
        var model = Bound.Valid(Document(update), overrides: Bound.NoOverrides with { OnExists = "Update" });
        Assert.Equal((method.ToUpperInvariant(), Item, properties.ToEquatableArray()), (model.Facts!.Update!.Method, model.Facts.Update.Path, model.Facts.Update.Properties));
    }

    [Fact]
    public void Replace_NeedsADelete()
    {
        Assert.NotNull(Bound.Valid(Document(Delete), overrides: Bound.NoOverrides with { OnExists = "Replace" }).Facts);
        Refused(Document(), "Replace", "no delete");
    }

    [Fact]
    public void Update_NeedsAnUpdate_OfSomethingThatTheCreateTakes()
    {
        Refused(Document(), "Update", "no update");
        Refused(Document(Api.Operation("patch", Api.Resource, "," + Api.Body(Api.Object(Api.Text("state"))))), "Update", "takes no property");
    }

    private static void Refused(string document, string declared, string why)
    {
        var model = Bound.Model(document, "/things", Bound.NoOverrides with { OnExists = declared });
        var diagnostic = model.Diagnostic("SEM1014");
        Assert.Equal(("OnExists = OnExists." + declared, Bound.AttributeLocation), (diagnostic.Arguments[0], diagnostic.Location));
        Assert.Contains(why, diagnostic.Arguments[1]);
        Assert.Null(model.Facts);
    }

    private static string Document(params string[] operations) => Api.Document(paths: Api.Path(Item, [Api.Operation("get", Api.Resource), .. operations]));
}

using Semel.Generator.Emit;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Emit;

/// <summary>Values of the descriptor as people would write them: what is as usual is left out.</summary>
public sealed class DescriptorValuesTests
{
    private static readonly IdempotencyKeyModel Key = new(Model.KeyPlace.Header, "Idempotency-Key", Model.KeyShape.Text);

    [Fact]
    public void UsualKey_IsItsPlaceAndName() => Assert.Equal("new(global::Semel.KeyPlace.Header, \"Idempotency-Key\")", DescriptorValues.Key(Key));

    [Theory]
    [InlineData(24 * 60.0, "")]
    [InlineData(7 * 24 * 60.0, " { Window = global::System.TimeSpan.FromDays(7) }")]
    [InlineData(12 * 60.0, " { Window = global::System.TimeSpan.FromHours(12) }")]
    [InlineData(90.0, " { Window = global::System.TimeSpan.FromMinutes(90) }")]
    [InlineData(1.5, " { Window = new global::System.TimeSpan(900000000L) }")]
    [InlineData(null, " { Window = null }")]
    public void Window_IsInTheLargestWholeUnit(double? minutes, string expected) => Assert.Equal(
        "new(global::Semel.KeyPlace.Header, \"Idempotency-Key\")" + expected,
        DescriptorValues.Key(Key with { Window = minutes is { } number ? TimeSpan.FromMinutes(number) : null }));

    [Fact]
    public void WholeKey_Compiles()
    {
        var key = new IdempotencyKeyModel(Model.KeyPlace.Query, "a\"b", Model.KeyShape.StructuredString)
        {
            Window = null,
            RejectsLate = true,
            FirstSentHeader = "First",
            ReplayedHeader = "Again",
            MaximumLength = 64,
            LettersAndDigitsOnly = true,
        };
        var model = Make.Small();
        model = model with
        {
            Facts = model.Facts! with
            {
                IdempotencyKey = key,
                Marker = new(Model.MarkerKind.Map, "labels", "selector", null) { FilterFormat = "{key}={value}", HelperPath = "/tags/{x}" },
                Operation = new("Operation-Location", null, null, "status", ["done"], [], null),
                Ready = new("status", ["a\"b"], []),
                States = new("status", ["a", "b"]),
            },
            Declaration = model.Declaration with { Overrides = Make.NoOverrides with { OnFailed = "Keep" } },
        };

        Assert.Empty(Emitted.Problems(model));
        var text = Emitted.From(model)["MyApp.Things.g.cs"];
        Assert.Contains(
            "new(global::Semel.KeyPlace.Query, \"a\\\"b\", global::Semel.KeyShape.StructuredString) { Window = null, RejectsLate = true, FirstSentHeader = \"First\", "
            + "ReplayedHeader = \"Again\", MaximumLength = 64, LettersAndDigitsOnly = true },", text, StringComparison.Ordinal);
        Assert.Contains("Marker = new(global::Semel.MarkerKind.Map, \"labels\", Filter: \"selector\", FilterFormat: \"{key}={value}\", HelperPath: \"/tags/{x}\"),", text, StringComparison.Ordinal);
        Assert.Contains("Operation = new(\"Operation-Location\", null, null, \"status\", [\"done\"], [], null),", text, StringComparison.Ordinal);
        Assert.Contains("OnFailed = global::Semel.OnFailed.Keep,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsAndMove_StandBesideEveryCreate_UnlessTheClassHasItsOwn()
    {
        var text = Emitted.From(Make.Small())["MyApp.Things.g.cs"];
        Assert.Equal(2, Count(text, "global::Semel.CreateOptions<global::ApiModels.Thing> options,"));
        Assert.Equal(1, Count(text, " MoveAsync("));

        var own = Make.Small();
        own = own with { Declaration = own.Declaration with { Members = ["MoveAsync"] } };
        Assert.Equal(0, Count(Emitted.From(own)["MyApp.Things.g.cs"], " MoveAsync("));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

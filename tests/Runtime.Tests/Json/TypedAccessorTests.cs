using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class TypedAccessorTests
{
    public static TheoryData<string, object, string> Values => new()
    {
        { "Text", "a", "\"a\"" },
        { "Truth", true, "true" },
        { "Count", 7, "7" },
        { "Size", 5000000000, "5000000000" },
        { "Share", 0.5, "0.5" },
        { "Time", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "\"2026-01-02T03:04:05Z\"" },
        { "Status", Status.Create("odd"), "\"odd\"" },
        { "Image", Image.Wrap(new JsonObject { ["slug"] = "x" }), """{"slug":"x"}""" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Value_IsWrittenAndReadInEveryForm(string property, object value, string json)
    {
        foreach (var form in new[] { property, property + "OrAbsent", property + "OrNull" })
        {
            var view = new Everything([]);
            Property(form).SetValue(view, value);
            Assert.Equal(json, Assert.Single(view.Json).Value!.ToJsonString());
            Assert.Equal(value, Property(form).GetValue(view));
        }
    }

    [Theory, MemberData(nameof(Values))]
    public void Null_RemovesTheOptional_AndStaysAsNullOfTheNullable(string property, object value, string json)
    {
        var view = new Everything([]);
        foreach (var form in new[] { property + "OrAbsent", property + "OrNull" })
        {
            Property(form).SetValue(view, value);
            Property(form).SetValue(view, null);
            Assert.Null(Property(form).GetValue(view));
        }

        Assert.Equal($"{{\"{property.ToLowerInvariant()}_or_null\":null}}", view.Json.ToJsonString());
        Assert.NotEmpty(json);
    }

    [Theory, MemberData(nameof(Values))]
    public void Required_ThatIsAbsentOrOfAnotherType_IsAnError_ThatNamesIt(string property, object value, string json)
    {
        Assert.Contains(property.ToLowerInvariant(), Thrown(new Everything([])).Message, StringComparison.Ordinal);
        Assert.Contains(property.ToLowerInvariant(), Thrown(new Everything(new JsonObject { [property.ToLowerInvariant()] = new JsonArray() })).Message, StringComparison.Ordinal);
        Assert.True(value is not null && json.Length > 0);

        JsonException Thrown(Everything view) => Assert.IsType<JsonException>(Assert.Throws<TargetInvocationException>(() => Property(property).GetValue(view)).InnerException);
    }

    [Theory, InlineData("Text"), InlineData("Image")]
    public void Required_IsNotSetToNull(string property) =>
        Assert.IsType<ArgumentNullException>(Assert.Throws<TargetInvocationException>(() => Property(property).SetValue(new Everything([]), null)).InnerException);

    [Fact]
    public void ViewOfAnotherParent_IsCopied()
    {
        var (one, two) = (new Everything([]) { Image = Image.Wrap(new JsonObject { ["slug"] = "x" }) }, new Everything([]));
        two.ImageOrNull = one.Image;
        two.ImageOrAbsent = two.ImageOrNull;
        Assert.NotSame(one.Image.Json, two.ImageOrNull!.Json);
        Assert.NotSame(two.ImageOrAbsent!.Json, two.ImageOrNull.Json);
        Assert.Equal(one.Image, two.ImageOrAbsent);
    }

    private static PropertyInfo Property(string name) => typeof(Everything).GetProperty(name)!;
}

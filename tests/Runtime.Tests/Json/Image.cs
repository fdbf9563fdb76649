using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Semel.Runtime.Tests.Json;

[JsonConverter(typeof(ViewConverter<Image>))]
public sealed class Image : View, IView<Image>
{
    public Image() : base([])
    {
    }

    private Image(JsonObject json) : base(json)
    {
    }

    public static Image Wrap(JsonObject json) => new(json);

    public string? Slug { get => GetOrNull("slug", Codec.String); set => SetOrRemove("slug", Codec.String, value); }
}

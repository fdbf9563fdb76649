using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Semel;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RecordDocument))]
internal sealed partial class RecordJsonContext : JsonSerializerContext
{
    /// <summary>For people: indented, letters as they are. Strict: a property that this version doesn't know is an error, never dropped.</summary>
    public static readonly RecordJsonContext Strict = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = RecordJson.MaximumDepth,
        WriteIndented = true,
        NewLine = "\n",
        Converters =
        {
            new ExactJsonObjectConverter(),
            new JsonStringEnumConverter<RecordState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<Readiness>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<AttemptState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });
}

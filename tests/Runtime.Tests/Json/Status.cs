using System.Text.Json.Serialization;

namespace Semel.Runtime.Tests.Json;

[JsonConverter(typeof(StringEnumConverter<Status>))]
public readonly record struct Status : IStringEnum<Status>
{
    private Status(string value) => Value = value;

    public static Status Active { get; } = new("active");

    public string Value { get; }

    public static Status Create(string value) => new(value);
}

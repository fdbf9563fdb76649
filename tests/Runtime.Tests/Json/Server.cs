using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Semel.Runtime.Tests.Json;

/// <summary>A model as the generator writes it.</summary>
[JsonConverter(typeof(ViewConverter<Server>))]
public sealed class Server : View, IView<Server>
{
    public Server() : base([])
    {
    }

#pragma warning disable CS8618 // the properties have no fields: what the JSON lacks is an error when it is read
    [SetsRequiredMembers]
    private Server(JsonObject json) : base(json)
    {
    }
#pragma warning restore CS8618

    public static Server Wrap(JsonObject json) => new(json);

    public required string Name { get => Get("name", Codec.String); set => Set("name", Codec.String, value); }

    public long? Id { get => GetValueOrNull("id", Codec.Int64); set => SetValueOrRemove("id", Codec.Int64, value); }

    public int Size { get => Get("size", Codec.Int32); set => Set("size", Codec.Int32, value); }

    public string? Note { get => GetOrNull("note", Codec.String); set => SetOrNull("note", Codec.String, value); }

    public bool? Backups { get => GetValueOrNull("backups", Codec.Boolean); set => SetValueOrNull("backups", Codec.Boolean, value); }

    public Status? Status { get => GetValueOrNull("status", EnumCodec<Status>.Instance); set => SetValueOrRemove("status", EnumCodec<Status>.Instance, value); }

    public Image? Image { get => GetOrNull("image", ViewCodec<Image>.Instance); set => SetOrRemove("image", ViewCodec<Image>.Instance, value); }

    public IReadOnlyList<string>? Tags { get => GetOrNull("tags", Codec.String.List); set => SetOrRemove("tags", Codec.String.List, value); }

    public IReadOnlyList<Image>? Volumes { get => GetOrNull("volumes", ViewCodec<Image>.Instance.List); set => SetOrRemove("volumes", ViewCodec<Image>.Instance.List, value); }

    public IReadOnlyDictionary<string, int>? Ports { get => GetOrNull("ports", Codec.Int32.Map); set => SetOrRemove("ports", Codec.Int32.Map, value); }

    public Server? Parent { get => GetOrNull("parent", ViewCodec<Server>.Instance); set => SetOrRemove("parent", ViewCodec<Server>.Instance, value); }
}

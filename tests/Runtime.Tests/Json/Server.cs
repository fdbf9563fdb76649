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

    public required string Name { get => GetString("name"); set => SetString("name", value); }

    public long? Id { get => GetInt64OrNull("id"); set => SetInt64OrRemove("id", value); }

    public int Size { get => GetInt32("size"); set => SetInt32("size", value); }

    public string? Note { get => GetStringOrNull("note"); set => SetStringOrNull("note", value); }

    public bool? Backups { get => GetBooleanOrNull("backups"); set => SetBooleanOrNull("backups", value); }

    public Status? Status { get => GetEnumOrNull<Status>("status"); set => SetEnumOrRemove("status", value); }

    public Image? Image { get => GetViewOrNull<Image>("image"); set => SetViewOrRemove("image", value); }

    public IReadOnlyList<string>? Tags { get => GetOrNull("tags", Codec.String.List); set => SetOrRemove("tags", Codec.String.List, value); }

    public IReadOnlyList<Image>? Volumes { get => GetOrNull("volumes", ViewCodec<Image>.Instance.List); set => SetOrRemove("volumes", ViewCodec<Image>.Instance.List, value); }

    public IReadOnlyDictionary<string, int>? Ports { get => GetOrNull("ports", Codec.Int32.Map); set => SetOrRemove("ports", Codec.Int32.Map, value); }

    public Server? Parent { get => GetViewOrNull<Server>("parent"); set => SetViewOrRemove("parent", value); }
}

using System.Text.Json.Serialization;

namespace Semel.Runtime.Tests.Json;

[JsonSerializable(typeof(Server))]
[JsonSerializable(typeof(Dictionary<Status, Server>))]
internal sealed partial class ServerContext : JsonSerializerContext;

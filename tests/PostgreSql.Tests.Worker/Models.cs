namespace Semel;

[ExtensionModel("cloud.yaml", "/v1/servers")]
internal sealed partial class Servers;

[ExtensionModel("cloud.yaml", "/v1/servers", Marker = "", Guarantee = Guarantee.AtMostOnce)]
internal sealed partial class UnmarkedServers;

namespace Semel.Testing.Tests.Support;

/// <summary>Valid bodies.</summary>
internal static class Bodies
{
    public static string Network(string name = "web") => $$"""{"name":"{{name}}","range":"10.10.0.0/16"}""";

    public static string Tag(string name = "web") => $$"""{"name":"{{name}}"}""";

    public static string Server(string name = "web-1", string more = "") =>
        $$"""{"name":"{{name}}","region":"north-1","size":"small","image":"debian-13"{{more}}}""";

    public static string LoadBalancer(string name = "web", string more = "") =>
        $$"""{"name":"{{name}}","forwarding_rules":[{"entry_protocol":"https","entry_port":443,"target_protocol":"http","target_port":8080}]{{more}}}""";

    public static string Firewall(string name = "web", string more = "") =>
        $$"""{"name":"{{name}}","inbound_rules":[{"protocol":"tcp","ports":"443","sources":["0.0.0.0/0"]}]{{more}}}""";

    public static string Volume(string name = "data", string more = "") => $$"""{"name":"{{name}}","size_gib":50,"region":"north-1"{{more}}}""";

    /// <summary>The name is read by <see cref="CloudServer.Seed"/> only; a PUT has it in its path.</summary>
    public static string Bucket(string name = "backups") => $$"""{"name":"{{name}}","region":"north-1"}""";

    public static string Certificate() => """{"signing_request":"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"}""";

    public static string Database(string name = "orders", string more = "") =>
        $$"""{"name":"{{name}}","engine":"postgresql","region":"north-1"{{more}}}""";

    public static string Of(string kind, string name) => kind switch
    {
        CloudKind.Networks => Network(name),
        CloudKind.Tags => Tag(name),
        CloudKind.Servers => Server(name),
        CloudKind.LoadBalancers => LoadBalancer(name),
        CloudKind.Firewalls => Firewall(name),
        CloudKind.Volumes => Volume(name),
        CloudKind.Buckets => Bucket(name),
        CloudKind.Certificates => Certificate(),
        CloudKind.Databases => Database(name),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No body."),
    };
}

using System.Text.Json.Nodes;
using Semel.Testing.Rules;

namespace Semel.Testing.Definitions;

/// <summary>The kinds of resource that the small cloud has.</summary>
internal static class Catalogue
{
    private static readonly TextRule s_name = new() { MinimumLength = 1, MaximumLength = 128 };
    private static readonly TextRule s_tagName = new() { MinimumLength = 1, MaximumLength = 255, Pattern = "^[A-Za-z0-9:_.-]+$" };
    private static readonly ChoiceRule s_protocol = new("http", "https", "tcp");
    private static readonly IntegerRule s_port = new(1, 65535);

    private static readonly PropertyDefinition s_description =
        new("description", new TextRule { MaximumLength = 255 }) { Nullable = true };

    private static readonly PropertyDefinition s_tags =
        new("tags", new ListRule(s_tagName)) { Default = static () => new JsonArray() };

    private static readonly PropertyDefinition s_serverIds =
        new("server_ids", new ListRule(new ReferenceRule(CloudKind.Servers))) { Default = static () => new JsonArray() };

    private static readonly PropertyDefinition s_requiredName = new("name", s_name) { Required = true };

    private static readonly PropertyDefinition s_requiredRegion =
        new("region", new ChoiceRule("north-1", "south-1", "west-1")) { Required = true };

    private static readonly TextRule s_labelValue = new() { MaximumLength = 63, Pattern = "^[A-Za-z0-9_.-]*$" };

    public static readonly IReadOnlyList<ResourceDefinition> All = [Network(), Tag(), Server(), LoadBalancer(), Firewall(), Volume(), Bucket(), Certificate(), Database()];

    /// <summary>What <see cref="ResourceDefinition.AnswersOperation"/> answers with: it is only read, and is no resource.</summary>
    public static readonly ResourceDefinition Operation = new("operations", "operation", IdKind.Uuid, []);

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static ResourceDefinition Get(string kind) =>
        All.FirstOrDefault(definition => definition.Plural == kind)
        ?? throw new ArgumentException($"There is no kind '{kind}'. The kinds are {string.Join(", ", All.Select(definition => definition.Plural))}.", nameof(kind));

    private static ResourceDefinition Network() => new(CloudKind.Networks, "network", IdKind.Uuid,
    [
        s_requiredName,
        new("range", new AddressRangeRule(8, 28)) { Required = true, Fixed = true },
        s_description,
    ])
    { UniqueName = true, Updatable = true, Filters = [ListFilter.ByName] };

    private static ResourceDefinition Tag() => new(CloudKind.Tags, "tag", IdKind.Name,
    [
        new("name", s_tagName) { Required = true },
    ])
    { UniqueName = true };

    private static ResourceDefinition Server() => new(CloudKind.Servers, "server", IdKind.Integer,
    [
        s_requiredName,
        s_requiredRegion,
        new("size", new ChoiceRule("small", "medium", "large")) { Required = true },
        new("image", new TextRule { MinimumLength = 1, MaximumLength = 128 }) { Required = true },
        new("network_id", new ReferenceRule(CloudKind.Networks)) { Nullable = true, BlocksDelete = true },
        s_tags,
        new("user_data", new TextRule { MaximumLength = 65536 }) { WriteOnly = true },
    ])
    { CreatedStatus = 202, Starts = true, Filters = [ListFilter.ByTag, ListFilter.ByName] };

    private static ResourceDefinition LoadBalancer() => new(CloudKind.LoadBalancers, "load_balancer", IdKind.Uuid,
    [
        s_requiredName,
        new("forwarding_rules", new ListRule(ForwardingRule(), minimumCount: 1)) { Required = true },
        s_serverIds,
        s_tags,
        new("algorithm", new ChoiceRule("round_robin", "least_connections")) { Default = static () => "round_robin" },
    ])
    { Updatable = true, Filters = [ListFilter.ByTag, ListFilter.ByName] };

    private static ObjectRule ForwardingRule() => new(
    [
        new("entry_protocol", s_protocol) { Required = true },
        new("entry_port", s_port) { Required = true },
        new("target_protocol", s_protocol) { Required = true },
        new("target_port", s_port) { Required = true },
    ]);

    private static ResourceDefinition Firewall() => new(CloudKind.Firewalls, "firewall", IdKind.Uuid,
    [
        s_requiredName,
        s_description,
        new("inbound_rules", new ListRule(InboundRule())) { Required = true },
        s_serverIds,
    ])
    { UniqueName = true, Updatable = true, Filters = [ListFilter.ByName] };

    private static ResourceDefinition Volume() => new(CloudKind.Volumes, "volume", IdKind.Uuid,
    [
        s_requiredName,
        new("size_gib", new IntegerRule(1, 16384)) { Required = true },
        s_requiredRegion,
        s_description,
    ])
    { Filters = [ListFilter.ByName] };

    private static ResourceDefinition Bucket() => new(CloudKind.Buckets, "bucket", IdKind.Name,
    [
        s_requiredRegion,
        new("versioning", new BooleanRule()) { Default = static () => false },
    ])
    { PutCreates = true, IdRule = new TextRule { MinimumLength = 3, MaximumLength = 63, Pattern = "^[a-z0-9][a-z0-9-]*[a-z0-9]$" } };

    private static ResourceDefinition Certificate() => new(CloudKind.Certificates, "certificate", IdKind.Uuid,
    [
        new("signing_request", new TextRule { MinimumLength = 1, MaximumLength = 16384 }) { Required = true, WriteOnly = true },
        new("days", new IntegerRule(1, 397)) { Default = static () => 90 },
    ]);

    private static ResourceDefinition Database() => new(CloudKind.Databases, "database", IdKind.Uuid,
    [
        s_requiredName,
        new("engine", new ChoiceRule("mysql", "postgresql")) { Required = true },
        s_requiredRegion,
        new("labels", new MapRule(s_labelValue)) { Default = static () => new JsonObject() },
    ])
    { CreatedStatus = 202, AnswersOperation = true, Starts = true, StartingStatus = "creating", ReadyStatus = "ready", Filters = [ListFilter.ByLabels] };

    private static ObjectRule InboundRule() => new(
    [
        new("protocol", new ChoiceRule("tcp", "udp", "icmp")) { Required = true },
        new("ports", new TextRule { Pattern = "^[0-9]{1,5}(-[0-9]{1,5})?$" }) { Nullable = true },
        new("sources", new ListRule(new AddressRangeRule(0, 32), minimumCount: 1)) { Required = true },
    ]);
}

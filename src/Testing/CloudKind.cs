namespace Semel.Testing;

/// <summary>The kinds of resource of the small cloud, named as in its paths: <c>/v1/networks</c>.</summary>
public static class CloudKind
{
    /// <summary>Private networks; names are unique.</summary>
    public const string Networks = "networks";

    /// <summary>Tags; the name is the id.</summary>
    public const string Tags = "tags";

    /// <summary>Servers; names are not unique, ids are 64-bit integers.</summary>
    public const string Servers = "servers";

    /// <summary>Load balancers; names are not unique.</summary>
    public const string LoadBalancers = "load_balancers";

    /// <summary>Firewalls; names are unique.</summary>
    public const string Firewalls = "firewalls";
}

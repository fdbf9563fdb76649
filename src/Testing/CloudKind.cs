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

    /// <summary>Volumes; names are not unique, creates honour the header <c>Idempotency-Key</c>.</summary>
    public const string Volumes = "volumes";

    /// <summary>Buckets; a PUT at an address that the client chooses creates or replaces. The name is the id.</summary>
    public const string Buckets = "buckets";

    /// <summary>Certificates; nothing that a client sends tells one from another.</summary>
    public const string Certificates = "certificates";

    /// <summary>Databases; names are not unique, labels are a map, and a create answers with an operation.</summary>
    public const string Databases = "databases";
}

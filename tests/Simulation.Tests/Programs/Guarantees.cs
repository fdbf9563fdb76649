namespace Semel.Simulation;

/// <summary>A model and a server for each guarantee: one entry, one guarantee.</summary>
internal static class Guarantees
{
    public static IReadOnlyList<Guarantee> All { get; } = [Guarantee.UniqueName, Guarantee.Marker, Guarantee.AtMostOnce];

    public static Setup Setup(Guarantee guarantee, Program program, FaultPlan? faults = null) => new()
    {
        Guarantee = guarantee,
        Program = program,
        Descriptor = Descriptor(guarantee),
        Server = Server(guarantee),
        Faults = faults ?? FaultPlan.For(guarantee),
    };

    /// <summary>What a record that is not verified cannot know.</summary>
    public static IReadOnlyList<FaultId> BehindTheRecord { get; } = [FaultId.StrangerDeletes, FaultId.AcceptedThenFailed, FaultId.CopiedState, FaultId.RolledBack, FaultId.RolledFarBack];

    /// <summary>Records are trusted.</summary>
    public static Setup Unverified(Guarantee guarantee, Program program) => Setup(guarantee, program, FaultPlan.For(guarantee).Without(BehindTheRecord)) with
    {
        Descriptor = Descriptor(guarantee, Verify.Never),
    };

    public static ServerProfile Server(Guarantee guarantee) => guarantee switch
    {
        Guarantee.UniqueName => new() { HasUniqueNames = true },
        Guarantee.Marker => new(),
        Guarantee.AtMostOnce => new(),
    };

    public static ResourceDescriptor Descriptor(Guarantee guarantee, Verify verify = Verify.WithGet, OnExists onExists = OnExists.Fail, bool looksFirst = true, bool readsPages = true) => new()
    {
        Model = Programs.Model,
        Guarantee = guarantee,
        CreatePath = "/things",
        CreateEnvelope = "thing",
        Id = "id",
        IdParameter = "id",
        ReadPath = "/things/{id}",
        ReadEnvelope = "thing",
        DeletePath = "/things/{id}",
        List = guarantee == Guarantee.AtMostOnce ? null : new("/things", "things", readsPages ? new Paging("page", NextLink: "links.next") : null, NameFilter: "name"),
        NameInRequest = guarantee == Guarantee.AtMostOnce ? null : "name",
        NameInResource = guarantee == Guarantee.AtMostOnce ? null : "name",
        Marker = guarantee == Guarantee.AtMostOnce ? null : new(MarkerKind.Tags, "tags", Filter: "tag"),
        Secrets = ["secret"],
        Verify = verify,
        OnExists = onExists,
        LookFirst = looksFirst,
    };

    /// <summary>Names are unique, no field takes a marker, and names are declared ours.</summary>
    public static ResourceDescriptor NameOnly { get; } = new()
    {
        Model = Programs.Model,
        Guarantee = Guarantee.UniqueName,
        CreatePath = "/things",
        CreateEnvelope = "thing",
        Id = "id",
        IdParameter = "id",
        ReadPath = "/things/{id}",
        ReadEnvelope = "thing",
        DeletePath = "/things/{id}",
        List = new("/things", "things", new Paging("page", NextLink: "links.next"), NameFilter: "name"),
        NameInRequest = "name",
        NameInResource = "name",
        Secrets = ["secret"],
        OnExists = OnExists.Adopt,
        Verify = Verify.WithGet,
    };
}

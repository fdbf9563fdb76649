namespace Semel.Simulation;

/// <summary>A model and a server for each guarantee.</summary>
internal static class Guarantees
{
    public static IReadOnlyList<Guarantee> All { get; } = Enum.GetValues<Guarantee>();

    public static Setup Setup(Guarantee guarantee, Program program, FaultPlan? faults = null) => new()
    {
        Guarantee = guarantee,
        Program = program,
        Descriptor = Descriptor(guarantee),
        Server = Server(guarantee),
        Faults = faults ?? FaultPlan.For(guarantee),
    };

    public static ServerProfile Server(Guarantee guarantee) => guarantee switch
    {
        Guarantee.Natural => new() { HasClientAddresses = true },
        Guarantee.Replay => new() { KeyWindow = TimeSpan.FromHours(24) },
        Guarantee.UniqueName => new() { HasUniqueNames = true },
        Guarantee.Marker or Guarantee.AtMostOnce => new(),
    };

    public static ResourceDescriptor Descriptor(Guarantee guarantee, Shape shape = Shape.Plain)
    {
        var isBare = guarantee == Guarantee.AtMostOnce;
        return new()
        {
            Model = Programs.Model,
            Guarantee = guarantee,
            CreatePath = guarantee == Guarantee.Natural ? "/things/{id}" : "/things",
            CreateMethod = guarantee == Guarantee.Natural && !shape.HasFlag(Shape.Posts) ? HttpMethod.Put : HttpMethod.Post,
            CreateEnvelope = "thing",
            Id = "id",
            IdParameter = "id",
            ReadPath = "/things/{id}",
            ReadEnvelope = "thing",
            DeletePath = "/things/{id}",
            IfNoneMatch = guarantee == Guarantee.Natural && (shape & (Shape.Overwrites | Shape.Posts)) == 0,
            IdempotencyKey = guarantee == Guarantee.Replay ? new(KeyPlace.Header, "Idempotency-Key") { Window = shape.HasFlag(Shape.ShortWindow) ? Times.ShortWindow : TimeSpan.FromHours(24) } : null,
            List = isBare || shape.HasFlag(Shape.NoList) ? null : new("/things", "things", shape.HasFlag(Shape.ReadsOnePage) ? null : new PageNumberPaging("page", NextLink: "links.next"), NameFilter: shape.HasFlag(Shape.NoName) ? null : "name"),
            NameInRequest = isBare || shape.HasFlag(Shape.NoName) ? null : "name",
            NameInResource = isBare || shape.HasFlag(Shape.NoName) ? null : "name",
            Marker = isBare || shape.HasFlag(Shape.NoMarker) ? null : new(MarkerKind.Tags, "tags", Filter: "tag"),
            Ready = shape.HasFlag(Shape.Readies) ? new("status", ["active"], ["error"]) : null,
            OnFailed = shape.HasFlag(Shape.Readies) ? OnFailed.Replace : OnFailed.Fail,
            Operation = shape.HasFlag(Shape.Operates) ? new("Operation-Location", null, null, "status", ["succeeded"], ["failed"], "resource") : null,
            Secrets = ["secret"],
            Verify = shape.HasFlag(Shape.Unverified) ? Verify.Never : Verify.WithGet,
            OnExists = shape.HasFlag(Shape.AdoptsNames) ? OnExists.Adopt : OnExists.Fail,
            OnDrift = shape.HasFlag(Shape.Updates) ? OnDrift.Update : shape.HasFlag(Shape.Replaces) || shape.HasFlag(Shape.ReplacesAfter) ? OnDrift.Replace : OnDrift.Report,
            ReplaceOrder = shape.HasFlag(Shape.ReplacesAfter) ? ReplaceOrder.CreateFirst : ReplaceOrder.DeleteFirst,
            Update = shape.HasFlag(Shape.Updates) ? new("PATCH", "/things/{id}", ["size", "secret"]) : null,
            LookFirst = !shape.HasFlag(Shape.LooksNever),
        };
    }
}

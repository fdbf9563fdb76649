namespace Semel.Simulation;

/// <summary>The same guarantee from another API: one entry, one difference.</summary>
internal static class Variants
{
    /// <summary>Records are trusted.</summary>
    public static Setup Unverified(Setup setup) => With(setup, "unverified", Shape.Unverified) with { Faults = setup.Faults.Without(FaultSets.BehindTheRecord) };

    /// <summary>Nothing can be listed: past the window the record is all there is, as with at most once.</summary>
    public static Setup WithoutList(Setup setup) => With(setup, "no list", Shape.NoList) with { Faults = setup.Faults.Without([.. FaultSets.StateIsLost, FaultId.NotFound]), IsTabled = false };

    /// <summary>A PUT overwrites what is there, so that it is read first; what a stranger makes between the two is lost.</summary>
    public static Setup Overwriting(Setup setup) => With(setup, "unconditional PUT", Shape.Overwrites) with { Faults = setup.Faults.Without(FaultId.StrangerTakesName) };

    /// <summary>A POST at the address overwrites what is there.</summary>
    public static Setup Posting(Setup setup) => With(setup, "POST at the address", Shape.Posts) with { Faults = setup.Faults.Without(FaultId.StrangerTakesName), IsTabled = false };

    /// <summary>A POST at the address is refused where something is there: with 409, or by an API that takes it for wrong input, with 422.</summary>
    public static Setup PostingOnce(Setup setup, int status = 409) => With(setup, $"POST at the address, {status} where one is", Shape.Posts) with { Server = setup.Server with { RefusesSecond = status }, IsTabled = false };

    /// <summary>A resource becomes ready after a while, or ends in an error state and is replaced.</summary>
    public static Setup Readying(Setup setup) => With(setup, "ready later", Shape.Readies) with { Server = setup.Server with { BecomesReadyAfter = TimeSpan.FromSeconds(8) }, Faults = setup.Faults.With(FaultId.EndsInError) };

    /// <summary>A create is answered with 202 and an operation, which the record alone names; the time it takes counts like F, so that clocks have to be right.</summary>
    public static Setup Operating(Setup setup) => With(setup, "202 with an operation", Shape.Operates) with { Server = setup.Server with { HasOperations = true }, Faults = setup.Faults.Without([.. FaultSets.StateIsLost, FaultId.ClockForward, FaultId.ClockBack]) };

    /// <summary>What changed is updated in place.</summary>
    public static Setup Updating(Setup setup) => With(setup, "updated in place", Shape.Updates);

    /// <summary>What changed is replaced: the old one goes first.</summary>
    public static Setup Replacing(Setup setup) => With(setup, "replaced, the old one first", Shape.Replaces);

    /// <summary>What changed is replaced: the new one comes first.</summary>
    public static Setup ReplacingAfter(Setup setup) => With(setup, "replaced, the new one first", Shape.ReplacesAfter);

    public static Setup With(Setup setup, string name, Shape shape) => setup with { Variant = name, Descriptor = Guarantees.Descriptor(setup.Guarantee, shape) };
}

/// <summary>What a model says otherwise than the plain one of its guarantee.</summary>
[Flags]
internal enum Shape
{
    Plain = 0,
    Unverified = 1,
    NoList = 2,
    Overwrites = 4,
    Readies = 8,
    Operates = 16,
    NoMarker = 32,
    AdoptsNames = 64,
    LooksNever = 128,
    ReadsOnePage = 256,
    ShortWindow = 512,
    Updates = 1024,
    Replaces = 2048,
    ReplacesAfter = 4096,
    NoName = 8192,
    Posts = 16384,
}

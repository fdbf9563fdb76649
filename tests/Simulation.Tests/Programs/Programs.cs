using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>Names, inputs and the programs that histories run.</summary>
internal static class Programs
{
    public const string Scope = "prod";
    public const string Model = "Things";
    public const string Name = "web-1";
    public const string FollowUp = "attach";

    /// <summary>The value that must never be seen again (I6).</summary>
    public const string Secret = "canary-5ecr3t";

    public const string RotatedSecret = Secret + "-rotated";

    public static ResourceKey Key(string instance) => new(Scope, Model, instance);

    public static JsonObject Input(Create create, Process process) => new()
    {
        ["name"] = process.Settings.Name ?? create.Owner,
        ["owner"] = create.Owner,
        ["size"] = process.Settings.Size ?? create.Size,
        ["secret"] = process.Settings.Secret ?? create.Secret,
    };

    /// <summary>One runner creates; the same program runs again at once.</summary>
    public static Program Once { get; } = new("create, re-run at once", [[On(1, new Create(Name))], [On(1, new Create(Name))]]);

    /// <summary>One runner creates; the same program runs again when every wait is over.</summary>
    public static Program Later { get; } = new("create, re-run later", [[On(1, new Create(Name))], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>One run, and nobody after it.</summary>
    public static Program Alone { get; } = new("create", [[On(1, new Create(Name))]]);

    /// <summary>Three runs of the same program.</summary>
    public static Program Thrice { get; } = new("create, re-run, re-run", [[On(1, new Create(Name))], [On(1, new Create(Name))], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>One runner creates what a stranger would not; the same program runs again.</summary>
    public static Program Large { get; } = new("create large, re-run at once", [[On(1, new Create(Name, "large"))], [On(1, new Create(Name, "large"))]]);

    /// <summary>Another machine, which shares the state, creates the same and deletes it.</summary>
    public static Program DeletedElsewhere { get; } = new("create, another machine creates and deletes", [[On(1, new Create(Name))], [On(2, new Create(Name), new Delete(Name))]]) { Pause = Times.Pause };

    /// <summary>Two instances, one after the other.</summary>
    public static Program TwoNames { get; } = new("create two", [[On(1, new Create("web-2"))], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>Two runners of one machine create the same at once.</summary>
    public static Program Twice { get; } = new("two runners create", [[On(1, new Create(Name)), On(1, new Create(Name))]]);

    /// <summary>Two runners of two machines that share their state create the same at once.</summary>
    public static Program TwiceApart { get; } = new("two machines create", [[On(1, new Create(Name)), On(2, new Create(Name))]]);

    /// <summary>The same, and the next run comes when the server has forgotten the key.</summary>
    public static Program TwiceLongApart { get; } = new("two machines create, re-run after the key's window", TwiceApart.Stages) { Pause = PastWindowPause };

    /// <summary>One runner creates, deletes and creates again.</summary>
    public static Program Renew { get; } = new("create, delete, create", [[On(1, new Create(Name))], [On(1, new Delete(Name), new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>Three runs: one creates, one deletes, one creates again.</summary>
    public static Program RenewInThree { get; } = new("create, delete, create in three runs", [[On(1, new Create(Name))], [On(1, new Delete(Name))], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>One runner creates, the next one deletes at once.</summary>
    public static Program Remove { get; } = new("create, delete at once", [[On(1, new Create(Name))], [On(1, new Delete(Name))]]);

    /// <summary>A delete is repeated before the next create.</summary>
    public static Program DeleteTwice { get; } = new("create, delete, delete, create", [[On(1, new Create(Name), new Delete(Name))], [On(1, new Delete(Name))], [On(1, new Create(Name))]]);

    /// <summary>One runner deletes what exists while another one creates it.</summary>
    public static Program DeleteWhileCreating { get; } = new("delete while creating", [[On(1, new Create(Name))], [On(1, new Delete(Name)), On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>The next run comes when the server has forgotten the key.</summary>
    public static Program PastWindow { get; } = new("create, re-run after the key's window", [[On(1, new Create(Name))], [On(1, new Create(Name))]]) { Pause = PastWindowPause };

    public static Program Forced { get; } = new("create, create another", Renewing(Recreate.Force));

    public static Program DeletedFirst { get; } = new("create, replace by deleting first", Renewing(Recreate.DeleteFirst));

    public static Program CreatedFirst { get; } = new("create, replace by creating first", Renewing(Recreate.CreateFirst));

    /// <summary>The replacement, and one more run.</summary>
    public static Program CreatedFirstInThree { get; } = new("create, replace by creating first, re-run", [.. Renewing(Recreate.CreateFirst), [On(1, new Create(Name))]]);

    /// <summary>The instance is renamed by the next run.</summary>
    public static Program Renamed { get; } = new("create, rename", [[On(1, new Create(Name))], [On(1, new Create(NewName) { MovedFrom = Name })]]) { Pause = Times.Pause };

    /// <summary>Two runners rename at once.</summary>
    public static Program RenamedTwice { get; } = new("create, two runners rename", [[On(1, new Create(Name))], [On(1, new Create(NewName) { MovedFrom = Name }), On(1, new Create(NewName) { MovedFrom = Name })]]) { Pause = Times.Pause };

    /// <summary>After the rename somebody still runs the earlier program.</summary>
    public static Program RenamedAndCalled { get; } = new("create, rename, create under the earlier name", [[On(1, new Create(Name))], [On(1, new Create(NewName) { MovedFrom = Name })], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>Something is done once after the create.</summary>
    public static Program FollowedUp { get; } = new("create and follow up, re-run at once", [[On(1, new Create(Name) { IsFollowedUp = true })], [On(1, new Create(Name) { IsFollowedUp = true })]]);

    /// <summary>The next run wants another size and another secret.</summary>
    public static Program Changed { get; } = new("create, change", [[On(1, new Create(Name))], [On(1, Second)]]) { Pause = Times.Pause };

    /// <summary>What is wanted changes in every run, and they come at once.</summary>
    public static Program ChangedTwice { get; } = new("create, change, change again at once", [[On(1, new Create(Name))], [On(1, Second)], [On(1, Third)]]);

    /// <summary>The change is repeated before the next one.</summary>
    public static Program ChangedAgain { get; } = new("create, change twice over, change again at once", [[On(1, new Create(Name))], [On(1, Second)], [On(1, Second)], [On(1, Third)]]);

    /// <summary>The change is taken back.</summary>
    public static Program PutBack { get; } = new("create, change, put back", [[On(1, new Create(Name))], [On(1, Second)], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>The change is repeated, and then taken back.</summary>
    public static Program PutBackLater { get; } = new("create, change twice over, put back", [[On(1, new Create(Name))], [On(1, Second)], [On(1, Second)], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>Two runners of two machines that share their state change the same at once.</summary>
    public static Program ChangedApart { get; } = new("create, two machines change", [[On(1, new Create(Name))], [On(1, Second), On(2, Second)]]) { Pause = Times.Pause };

    /// <summary>Another machine, which shares the state, wants the next change.</summary>
    public static Program ChangedElsewhere { get; } = new("create, change, change again on another machine", [[On(1, new Create(Name))], [On(1, Second)], [On(2, Third)]]);

    /// <summary>What was changed is deleted and made again.</summary>
    public static Program ChangedAndRenewed { get; } = new("create, change, delete, create", [[On(1, new Create(Name))], [On(1, Second)], [On(1, new Delete(Name), new Create(Name))]]);

    private static TimeSpan PastWindowPause => TimeSpan.FromHours(25);

    private static Create Second => new(Name, "large") { Secret = RotatedSecret };

    private static Create Third => new(Name, "huge") { Secret = RotatedSecret + "-again" };

    private const string NewName = "web-9";

    private static IReadOnlyList<IReadOnlyList<ProcessSpec>> Renewing(Recreate how) => [[On(1, new Create(Name))], [On(1, new Create(Name) { Recreate = how })]];

    private static ProcessSpec On(int machine, params IReadOnlyList<Intention> intentions) => new(machine, intentions);
}

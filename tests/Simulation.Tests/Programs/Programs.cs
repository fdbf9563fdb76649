using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>Names, inputs and the programs that histories run.</summary>
internal static class Programs
{
    public const string Scope = "prod";
    public const string Model = "Things";
    public const string Name = "web-1";

    /// <summary>The value that must never be seen again (I6).</summary>
    public const string Secret = "canary-5ecr3t";

    public static ResourceKey Key(string instance) => new(Scope, Model, instance);

    public static JsonObject Input(Create create, Process process) => new()
    {
        ["name"] = process.Settings.Name ?? create.Instance,
        ["owner"] = create.Instance,
        ["size"] = process.Settings.Size ?? create.Size,
        ["secret"] = Secret,
    };

    /// <summary>One runner creates; the same program runs again at once.</summary>
    public static Program Once { get; } = new("create, re-run at once", [[On(1, new Create(Name))], [On(1, new Create(Name))]]);

    /// <summary>One runner creates; the same program runs again when every wait is over.</summary>
    public static Program Later { get; } = new("create, re-run later", [[On(1, new Create(Name))], [On(1, new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>Two runners of one machine create the same at once.</summary>
    public static Program Twice { get; } = new("two runners create", [[On(1, new Create(Name)), On(1, new Create(Name))]]);

    /// <summary>Two runners of two machines that share their state create the same at once.</summary>
    public static Program TwiceApart { get; } = new("two machines create", [[On(1, new Create(Name)), On(2, new Create(Name))]]);

    /// <summary>One runner creates, deletes and creates again.</summary>
    public static Program Renew { get; } = new("create, delete, create", [[On(1, new Create(Name))], [On(1, new Delete(Name), new Create(Name))]]) { Pause = Times.Pause };

    /// <summary>One runner creates, the next one deletes at once.</summary>
    public static Program Remove { get; } = new("create, delete at once", [[On(1, new Create(Name))], [On(1, new Delete(Name))]]);

    /// <summary>A delete is repeated before the next create.</summary>
    public static Program DeleteTwice { get; } = new("create, delete, delete, create", [[On(1, new Create(Name), new Delete(Name))], [On(1, new Delete(Name))], [On(1, new Create(Name))]]);

    /// <summary>One runner deletes what exists while another one creates it.</summary>
    public static Program DeleteWhileCreating { get; } = new("delete while creating", [[On(1, new Create(Name))], [On(1, new Delete(Name)), On(1, new Create(Name))]]) { Pause = Times.Pause };

    private static ProcessSpec On(int machine, params IReadOnlyList<Intention> intentions) => new(machine, intentions);
}

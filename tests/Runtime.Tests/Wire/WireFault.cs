namespace Semel.Runtime.Tests.Wire;

/// <summary>A row: what the server, or the way to it, does to each POST.</summary>
/// <param name="Name">The row's title.</param>
/// <param name="Answer">What happens after a request arrived whole.</param>
internal sealed record WireFault(string Name, Func<WireRequest, ManualTime, Task> Answer)
{
    public int[] Versions { get; init; } = [1, 2];

    /// <summary>Nothing listens.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The server says that it does not apply what it gets, so "not applied" may be the truth.</summary>
    public bool IsRejection { get; init; }

    /// <summary>A GET goes ahead and leaves its connection in the client's pool.</summary>
    public bool IsWarm { get; init; }

    /// <summary>That connection ends while nobody uses it.</summary>
    public bool EndsIdle { get; init; }

    /// <summary>Each try has 10 seconds, given by a handler next to the wire.</summary>
    public bool LimitsTries { get; init; }
}

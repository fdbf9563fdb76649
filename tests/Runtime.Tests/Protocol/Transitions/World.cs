using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>What several runs share: the record, the time, and what reached the API.</summary>
internal sealed class World
{
    public ResourceRecord? Record { get; set; }

    public DateTimeOffset Now { get; set; } = Given.Now;

    /// <summary>The key of every POST, in order.</summary>
    public List<string> Posts { get; } = [];

    /// <summary>The id of every DELETE, in order.</summary>
    public List<string> Deletes { get; } = [];

    public Run Start(CreatePolicy policy) => new(this, policy);
}

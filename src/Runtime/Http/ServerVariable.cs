namespace Semel;

/// <summary>A variable of a server's URL.</summary>
public sealed class ServerVariable
{
    /// <param name="name">Its name in the URL.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowed">The only values; none: any.</param>
    public ServerVariable(string name, string value, params string[] allowed)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(allowed);
        (Name, Value, Allowed) = (name, value, allowed);
    }

    /// <summary>Its name in the URL.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public string Value { get; }

    /// <summary>The only values; none: any.</summary>
    public IReadOnlyList<string> Allowed { get; }
}

namespace Semel;

/// <summary>The value of one parameter of a path template.</summary>
/// <param name="Name">The parameter's name, without braces: <c>droplet_id</c>.</param>
/// <param name="Value">The value, not escaped.</param>
public readonly record struct PathArgument(string Name, string Value);

namespace Semel.Testing;

/// <summary>One run of a client, as of a program that its user starts.</summary>
/// <param name="Http">A new client of the server, which meets the fault.</param>
/// <param name="Name">What to call the resource: the same in every run under one fault, another under each fault. Letters, digits and dashes.</param>
/// <param name="Number">Which run it is under this fault, from 1.</param>
/// <param name="CancellationToken">The assertion's.</param>
public sealed record ClientRun(HttpClient Http, string Name, int Number, CancellationToken CancellationToken);

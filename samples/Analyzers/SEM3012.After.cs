namespace Semel.Samples.Analyzers.SEM3012;

/// <summary>The remedy: the declaration of <see cref="Letters"/> says what its API guarantees.</summary>
public sealed class After(Letters letters)
{
    public Task RunAsync(ServerRequest request) => letters.CreateAsync("welcome", request);
}

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>What a run may take.</summary>
/// <param name="Time">One that takes so long has no end: ordinary ones take milliseconds.</param>
/// <param name="Bytes">That it may allocate, whatever the document's length; what it holds at one time is less.</param>
/// <param name="BytesOfACharacter">More of them for each character of the document.</param>
/// <param name="Output">Characters of generated code, whatever the document's length.</param>
/// <param name="OutputOfACharacter">More of them for each character of the document.</param>
internal sealed record FuzzBounds(TimeSpan Time, long Bytes, long BytesOfACharacter, long Output, long OutputOfACharacter)
{
    public static FuzzBounds Usual { get; } = new(TimeSpan.FromMinutes(2), 100_000_000, 3_000, 1_000_000, 60);
}

namespace Semel.Generator.Tests.Binding.Keys;

/// <summary>How long a key is remembered, by what the document says of it.</summary>
[Trait("Feature", "E5")]
public sealed class KeyWindowTests
{
    [Theory]
    [InlineData("Keys expire after 24 hours.", 24 * 60)]
    [InlineData("A 12-hour window.", 12 * 60)]
    [InlineData("Remembered for `7 days`.", 7 * 24 * 60)]
    [InlineData("Kept for a week, or 30 minutes where it failed.", 30)]
    [InlineData("Valid 90min, or 48h.", 48 * 60)]
    [InlineData("Nothing is said.", 24 * 60)]
    [InlineData("It expires after 0 hours.", 24 * 60)]
    [InlineData("It never expires.", null)]
    public void OwnProse_IsBelieved_TheShortestFirst(string prose, int? minutes) => Assert.Equal(minutes, Minutes(prose: prose));

    [Theory]
    [InlineData("Creates one, once for each `Idempotency-Key`. A key is kept for 6 hours. Reports come within 2 hours.", 6 * 60)]
    [InlineData("Creates one. The API key expires after 1 hour.", 24 * 60)]
    [InlineData("Idempotent. Logs are kept for 3 days.", 24 * 60)]
    public void OperationsProse_IsBelieved_WhereItIsAboutTheKey(string description, int minutes) => Assert.Equal(minutes, Minutes(description: description));

    [Theory]
    [InlineData("# Idempotency\\n\\nSend a key.\\n\\nThe same key returns the same result for a period of up to 12 hours.\\n\\n# Limits\\n\\nA key may be used 5 times in 1 hour.", 12 * 60)]
    [InlineData("# Limits\\n\\nA key may be used 5 times in 1 hour.", 24 * 60)]
    public void DocumentsProse_IsBelieved_InTheSectionAboutIdempotency(string description, int minutes) => Assert.Equal(minutes, Minutes(info: description));

    private static int? Minutes(string prose = "", string description = "", string info = "")
    {
        var document = Api.Document().WithParameters(Api.Header("Idempotency-Key", prose))
            .Replace("\"post\":{", "\"post\":{\"description\":\"" + description + "\",", StringComparison.Ordinal)
            .Replace("\"paths\":", "\"info\":{\"description\":\"" + info + "\"},\"paths\":", StringComparison.Ordinal);
        return (int?)Bound.Valid(document).Facts!.IdempotencyKey!.Window?.TotalMinutes;
    }
}

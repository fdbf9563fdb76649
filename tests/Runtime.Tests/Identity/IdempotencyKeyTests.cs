using System.Globalization;

namespace Semel.Runtime.Tests;

[Trait("Feature", "B1")]
public sealed class IdempotencyKeyTests
{
    // computed by another implementation of the documented formula
    [Theory]
    [InlineData("prod", "Droplets", "web-1", 1, "f85392ae-c8f4-83e9-865e-2fc8f028f393")]
    [InlineData("prod", "Droplets", "web-1", 2, "f1b13e9c-941f-882a-8a1b-9fbe7a08376a")]
    [InlineData("İstanbul", "Straße", "ıI🚀", 12345, "ba8644cf-6ed9-8ace-9c5e-b32bb6ad089d")]
    public void Create_GivesTheSameText_InEveryCulture(string scope, string model, string instance, int generation, string expected)
    {
        foreach (var culture in new[] { "", "tr-TR", "ar-SA", "fa-IR", "th-TH" })
            Assert.Equal(expected, Under(culture, () => IdempotencyKey.Create(scope, model, instance, generation)));
    }

    [Fact]
    public void Create_IsShapedAsAUuidOfVersion8()
    {
        var uuid = Guid.Parse(IdempotencyKey.Create("prod", "Droplets", "web-1", 7));

        Assert.Equal(8, uuid.Version);
        Assert.InRange(uuid.Variant, 8, 11);
    }

    [Fact]
    public void RandomTuplesWithSeparators_NeverCollide()
    {
        const int seed = 20240229;
        var random = new Random(seed);
        var tuples = new HashSet<(string, string, string, int)>();
        while (tuples.Count < 100_000) tuples.Add((Name(random), Name(random), Name(random), random.Next(1, 4)));

        Assert.Equal(tuples.Count, tuples.Select(tuple => IdempotencyKey.Create(tuple.Item1, tuple.Item2, tuple.Item3, tuple.Item4)).Distinct().Count());
        Assert.NotEqual(tuples.Count, tuples.Select(tuple => $"{tuple.Item1}/{tuple.Item2}/{tuple.Item3}/{tuple.Item4}").Distinct().Count());
    }

    [Fact]
    public void Create_RefusesBlankNamesAndGenerationsBelowOne()
    {
        Assert.Throws<ArgumentException>(() => IdempotencyKey.Create(" ", "m", "i", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdempotencyKey.Create("s", "m", "i", 0));
    }

    // few letters and many separators: most tuples would meet under a plain join
    private static string Name(Random random)
    {
        const string alphabet = "a1/-:|\0 ";
        string name;
        do name = new string([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
        while (string.IsNullOrWhiteSpace(name));
        return name;
    }

    private static T Under<T>(string culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

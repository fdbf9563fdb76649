namespace Semel.Runtime.Tests;

[Trait("Feature", "B2")]
public sealed class StorageNameTests
{
    // computed by another implementation of the documented formula
    [Fact]
    public void Names_AreKnownTexts()
    {
        Assert.Equal("prod~py3e8yvmp3193ttpr57be48d9z", StorageName.OfScope("prod"));
        Assert.Equal("droplets~vdhv14qgb5shpjcb0kjwyrkx4v", StorageName.OfModel("prod", "Droplets"));
        Assert.Equal("web-1~56azk4n1vm8pvgheyg5mvec047", StorageName.OfInstance(new("prod", "Droplets", "web-1")));
        Assert.Equal("a-b~5s7gta879xhbgdp5q4kxdhvbp4", StorageName.OfInstance(new("a", "b", "a/b")));
        Assert.Equal("x-con~8ac5g6vqgtjv9hen684bh7dx7h", StorageName.OfInstance(new("a", "b", "CON")));
    }

    [Fact]
    public void OddNames_AreDistinct_EvenWhereCaseIsIgnored()
    {
        var names = OddNames.All.Select(StorageName.OfScope)
            .Concat(OddNames.All.Select(name => StorageName.OfModel("s", name)))
            .Concat(OddNames.All.Select(name => StorageName.OfInstance(new("s", "m", name)))).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void OddNames_AreSafe_OnEveryFileSystem() => Assert.All(OddNames.All, name =>
    {
        var stored = StorageName.OfScope(name);
        Assert.Matches("^[a-z0-9]([a-z0-9.-]{0,40}[a-z0-9])?~[0-9a-hjkmnp-tv-z]{26}$", stored);
        Assert.DoesNotMatch(@"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", stored.Split('~')[0]);
    });

    [Fact]
    public void TheSamePartsSplitOtherwise_AreOtherNames() =>
        Assert.NotEqual(StorageName.OfInstance(new("a", "bc", "d")), StorageName.OfInstance(new("ab", "c", "d")));

    [Fact]
    public void HalfOfASurrogatePair_IsRefused_BecauseNoRecordCouldKeepIt() =>
        Assert.Throws<ArgumentException>(() => new ResourceKey("prod", "Droplets", "web\uD83D"));
}

namespace Semel.Runtime.Tests;

public sealed class MarkerTests
{
    private static readonly ResourceKey Key = new("prod", "Droplets", "web-1");

    // computed by another implementation of the documented formula
    [Fact, Trait("Feature", "B1")]
    public void For_GivesAKnownText()
    {
        Assert.Equal("semel-r4540jt8b0tw92z7g677-1", Marker.For(Key, 1).ToString());
        Assert.Equal("semel-ddkk8e4z2frra5zkm8qr-12345", Marker.For(new("İstanbul", "Straße", "ıI🚀"), 12345).ToString());
    }

    [Fact, Trait("Feature", "B1")]
    public void OddNames_HaveMarkersOfTheirOwn_OfPlainCharactersOnly()
    {
        var markers = OddNames.All.Select(name => Marker.For(new("prod", "Droplets", name), 1).ToString()).ToList();

        Assert.Equal(markers.Count, markers.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(markers, marker => Assert.Matches("^[a-z0-9-]+$", marker));
    }

    [Theory]
    [InlineData("semel-r4540jt8b0tw92z7g677-12")]
    [InlineData("made by hand (semel-r4540jt8b0tw92z7g677-12), don't touch")]
    [InlineData("web-1-semel-r4540jt8b0tw92z7g677-12")]
    [InlineData("semel-r4540jt8b0tw92z7g677-12-copy")]
    [InlineData("SEMEL-R4540JT8B0TW92Z7G677-12")]
    [InlineData("a\nsemel-r4540jt8b0tw92z7g677-12\nb")]
    public void TryFind_FindsTheMarker_InALongerText(string text)
    {
        Assert.True(Marker.TryFind(text, out var marker));
        Assert.Equal(Marker.For(Key, 12), marker);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("semel")]
    [InlineData("semel-r4540jt8b0tw92z7g677")]
    [InlineData("semel-r4540jt8b0tw92z7g677-")]
    [InlineData("semel-r4540jt8b0tw92z7g677-0")]
    [InlineData("semel-r4540jt8b0tw92z7g677-01")]
    [InlineData("semel-r4540jt8b0tw92z7g677--1")]
    [InlineData("semel-r4540jt8b0tw92z7g67-1")]
    [InlineData("semel-r4540jt8b0tw92z7g6777-1")]
    [InlineData("semel-i4540jt8b0tw92z7g677-1")]
    [InlineData("assemel-r4540jt8b0tw92z7g677-1")]
    [InlineData("semel-r4540jt8b0tw92z7g677-1a")]
    [InlineData("semel-r4540jt8b0tw92z7g677-99999999999")]
    public void TryFind_FindsNothing_InWhatIsNoMarker(string? text) => Assert.False(Marker.TryFind(text, out _));

    [Fact]
    public void FindAll_FindsEveryMarker_InOrder()
    {
        var other = Marker.For(new("prod", "Droplets", "web-2"), 3);

        Assert.Equal([Marker.For(Key, 1), other, Marker.For(Key, 2)], Marker.FindAll($"{Marker.For(Key, 1)},{other} {Marker.For(Key, 2)}"));
    }

    [Fact]
    public void SameIdentity_IgnoresTheGeneration_AndNothingElse()
    {
        Assert.True(Marker.For(Key, 1).SameIdentity(Marker.For(Key, 2)));
        Assert.False(Marker.For(Key, 1).SameIdentity(Marker.For(new("test", "Droplets", "web-1"), 1)));
    }

    [Fact]
    public void For_RefusesGenerationsBelowOne() => Assert.Throws<ArgumentOutOfRangeException>(() => Marker.For(Key, 0));
}

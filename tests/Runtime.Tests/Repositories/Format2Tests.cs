using System.Text;

namespace Semel.Runtime.Tests;

/// <summary>Format 2 had no fingerprints of secrets, and didn't keep how the API shows what was asked for.</summary>
[Trait("Feature", "C7")]
public sealed class Format2Tests
{
    [Fact]
    public void Live_KnowsNoFingerprint_AndThatIsNoDrift()
    {
        var live = Assert.IsType<LiveRecord>(Read(Sample.Live() with { Secrets = null, ShownAs = null, Update = null }));

        Assert.Equal(SecretFingerprints.Unknown, live.Secrets);
        Assert.Null(live.ShownAs);
        Assert.Null(live.Update);
        Assert.Empty(SecretFingerprints.Changes(live.Secrets, Sample.Secrets, _ => false, _ => false));
    }

    [Fact]
    public void LiveWithoutInput_HasNoSecrets() => Assert.Null(Assert.IsType<LiveRecord>(Read(Sample.Live() with { Input = null, Secrets = null, ShownAs = null, Update = null })).Secrets);

    [Fact]
    public void Intent_KeepsItsKey() => Assert.Equal(Sample.Intent().IdempotencyKey, Assert.IsType<IntentRecord>(Read(Sample.Intent() with { Secrets = null })).IdempotencyKey);

    private static ResourceRecord Read(ResourceRecord record)
    {
        var text = Encoding.UTF8.GetString(RecordJson.Write(record with { Version = 1 })).Replace("\"format\": 3", "\"format\": 2", StringComparison.Ordinal);
        var old = text.Replace(text.Split("\"sha256\": \"")[^1][..64], RecordChecksum.Compute(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
        return RecordJson.Read(Encoding.UTF8.GetBytes(old), new RecordSource("here", "there"));
    }
}

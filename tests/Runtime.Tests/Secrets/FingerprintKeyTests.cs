using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Secrets;

/// <summary>A secret leaves a keyed fingerprint: that it changed can be seen, what it was can't, and not without the key.</summary>
[Trait("Feature", "G2")]
public sealed class FingerprintKeyTests : IDisposable
{
    private static readonly ResourceKey Key = new("prod", "Databases", "main");
    private static readonly FingerprintKey First = new([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly FingerprintKey Second = new([.. Enumerable.Repeat((byte)2, 32)]);

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Fingerprint_IsOfScopeModelPathAndValue_AndNotOfTheInstance()
    {
        var one = Of(First, Key, "p");
        Assert.Equal(one, Of(First, Key, "p"));
        Assert.Equal(one, Of(First, new("prod", "Databases", "renamed"), "p"));
        foreach (var other in new[] { Of(First, Key, "q"), Of(Second, Key, "p"), Of(First, new("dev", "Databases", "main"), "p"), Of(First, new("prod", "Users", "main"), "p") })
            Assert.NotEqual(one, other);
        Assert.NotEqual(one, First.Of(Key, new JsonObject { ["pin"] = "p" }, ["pin"])!.Values["pin"]);
        Assert.Equal(one, Convert.ToHexStringLower(HMACSHA256.HashData(Enumerable.Repeat((byte)1, 32).ToArray(), CanonicalTuple.Hash("semel secret", "prod", "Databases", "password", "[\"p\"]"))));
        Assert.NotEqual(First.Id, Second.Id);
        Assert.DoesNotContain(First.Id, Convert.ToHexStringLower([.. Enumerable.Repeat((byte)1, 32)]), StringComparison.Ordinal);
    }

    [Fact]
    public void EverySecretOfAList_Counts()
    {
        static string Of(string json) => First.Of(Key, (JsonObject)JsonNode.Parse(json)!, ["users.password"])!.Values["users.password"];
        Assert.NotEqual(Of("""{"users":[{"password":"a"},{"password":"b"}]}"""), Of("""{"users":[{"password":"a"},{"password":"c"}]}"""));
        Assert.NotEqual(Of("""{"users":[{"password":"a,b"}]}"""), Of("""{"users":[{"password":"a"},{"password":"b"}]}"""));
    }

    [Fact]
    public void InputWithoutSecrets_HasNone() => Assert.Null(First.Of(Key, new JsonObject { ["name"] = "a" }, ["password"]));

    [Theory]
    [InlineData("c2hvcnQ=", "32 bytes")]
    [InlineData("no base64!", "base64")]
    public void KeyThatIsNone_IsRefused_AndNotShown(string text, string says)
    {
        var error = Assert.Throws<ArgumentException>(() => new SemelContext(new MemoryDataRepository(), "test", new SemelOptions { FingerprintKey = text }));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_KeepAKeyBesideTheirFolder_ForTheirOwnerOnly_AndTheSameForEveryProcess()
    {
        var folder = Path.Combine(_temporary.Path, "state");
        var repository = new FileDataRepository(folder);
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await new FileDataRepository(folder).GetFingerprintKeyAsync())));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal(32, keys[0]!.Length);
        Assert.Equal([repository.FingerprintKeyFile], Directory.GetFiles(_temporary.Path));
        Assert.False(Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(repository.FingerprintKeyFile));
    }

    [Fact]
    public async Task FileThatHoldsNoKey_IsAnError_NeverANewKey()
    {
        var repository = new FileDataRepository(Path.Combine(_temporary.Path, "state"));
        await File.WriteAllTextAsync(repository.FingerprintKeyFile, "cut of");

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.GetFingerprintKeyAsync());

        Assert.Contains(repository.FingerprintKeyFile, error.Message, StringComparison.Ordinal);
        Assert.Equal("cut of", await File.ReadAllTextAsync(repository.FingerprintKeyFile));
    }

    [Fact]
    public async Task Memory_HasAKeyOfItsOwn()
    {
        var repository = new MemoryDataRepository();
        Assert.Equal(await repository.GetFingerprintKeyAsync(), await repository.GetFingerprintKeyAsync());
        Assert.NotEqual(await repository.GetFingerprintKeyAsync(), await new MemoryDataRepository().GetFingerprintKeyAsync());
    }

    private static string Of(FingerprintKey fingerprints, ResourceKey key, string secret) =>
        fingerprints.Of(key, new JsonObject { ["password"] = secret }, ["password"])!.Values["password"];
}

using System.IO.Compression;

namespace Semel.Runtime.Tests.Http;

[Trait("Feature", "E7")]
public sealed class OneShotContentTests
{
    private static OneShotContent NewContent(Action? beforeFirstByte = null) => new("{}"u8.ToArray(), beforeFirstByte);

    public static TheoryData<string> Copies() => ["buffer", "read bytes", "read text", "read stream", "read stream now", "copy to memory", "copy to file", "copy to another stream", "compress", "copy now"];

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task KeepingACopy_IsRefused_AndTheOneSendIsStillToBeHad(string how)
    {
        using var content = NewContent();

        await Assert.ThrowsAsync<RepeatedSendException>(() => CopyAsync(content, how));

        Assert.True(content.Buffered);
        Assert.False(content.Started);
        var wire = new WireStream();
        await content.CopyToAsync(wire.Connection);
        Assert.Equal(2, wire.Written);
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task NegativeControl_APlainContentIsCopied(string how)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());

        Assert.Null(await Record.ExceptionAsync(() => CopyAsync(content, how)));
    }

    [Fact]
    public async Task SecondWrite_IsRefused()
    {
        using var content = NewContent();
        await content.CopyToAsync(new WireStream().Connection);
        var second = new WireStream();

        await Assert.ThrowsAsync<RepeatedSendException>(() => content.CopyToAsync(second.Connection));
        Assert.Throws<RepeatedSendException>(() => content.CopyTo(second.Connection, null, default));

        Assert.True(content.Repeated);
        Assert.Equal(0, second.Written);
    }

    [Fact]
    public async Task OfManyWritesAtTheSameTime_OneSucceeds()
    {
        using var content = NewContent();
        var wires = Enumerable.Range(0, 16).Select(_ => new WireStream()).ToArray();

        var errors = await Task.WhenAll(wires.Select(wire => Task.Run(async () => await Record.ExceptionAsync(() => content.CopyToAsync(wire.Connection)))));

        Assert.Equal(15, errors.Count(error => error is RepeatedSendException));
        Assert.Equal(2, wires.Sum(wire => wire.Written));
    }

    [Fact]
    public async Task CallbackThatThrows_UsesUpTheContent()
    {
        using var content = NewContent(() => throw new TimeoutException());
        var wire = new WireStream();

        await Assert.ThrowsAsync<TimeoutException>(() => content.CopyToAsync(wire.Connection));
        await Assert.ThrowsAsync<RepeatedSendException>(() => content.CopyToAsync(wire.Connection));

        Assert.IsType<TimeoutException>(content.Stop);
        Assert.False(content.Started);
        Assert.Equal(0, wire.Written);
    }

    [Fact]
    public async Task Started_IsTrueAlreadyWhenTheWriteFails()
    {
        using var content = NewContent();

        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(new WireStream { IsBroken = true }.Connection));

        Assert.True(content.Started);
    }

    private static async Task CopyAsync(HttpContent content, string how)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        switch (how)
        {
            case "buffer": await content.LoadIntoBufferAsync(); break;
            case "read bytes": await content.ReadAsByteArrayAsync(); break;
            case "read text": await content.ReadAsStringAsync(); break;
            case "read stream": await content.ReadAsStreamAsync(); break;
            case "read stream now": content.ReadAsStream(); break;
            case "copy to memory": await content.CopyToAsync(new MemoryStream()); break;
            case "copy to another stream": await content.CopyToAsync(new WireStream()); break;
            case "compress": await content.CopyToAsync(new GZipStream(new MemoryStream(), CompressionLevel.Fastest)); break;
            case "copy now": content.CopyTo(new MemoryStream(), null, default); break;
            default:
                await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose))
                    await content.CopyToAsync(file);
                break;
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OfficeModels;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Operations;

/// <summary>Generated methods of every kind of parameter, body and reply, on real connections.</summary>
[Trait("Feature", "L1")]
public sealed class OfficeTests
{
    private static readonly Filter Blue = new() { Color = "blue & white", Size = 7 };

    [Fact]
    public async Task Parameters_AreWrittenInTheirStyles()
    {
        var (seen, found) = await CallAsync(
            office => office.Search.FindAsync(["red", "a/b"], "s;1", Blue, [1, 2], Blue, limit: null, new Filter { Color = "c", Size = 1 }), """{"color":"x"}""");

        Assert.Equal("x", found.Color);
        Assert.Equal("/search/;colors=red;colors=a%2Fb?filter%5Bcolor%5D=blue%20%26%20white&filter%5Bsize%5D=7&ids=1%7C2&where=%7B%22color%22%3A%22blue%20%5Cu0026%20white%22%2C%22size%22%3A7%7D", Uri(seen.Target));
        Assert.Equal(("color=c,size=1", "session=s%3B1", "application/hal+json"), (seen.Headers["X-Filter"], seen.Headers["Cookie"], seen.Headers["Accept"]));
    }

    [Fact]
    public async Task Files_AreSentInParts_WithTheFields()
    {
        using var data = new MemoryStream("one"u8.ToArray());
        using var more = new MemoryStream("two"u8.ToArray());
        var (seen, text) = await CallAsync(
            office => office.Files.PostUploadAsync(
                new(data, "a\"b\r\né.png"), new() { Title = "t", Labels = ["l1", "l2"], About = Blue }, [new(more, "c.txt", "text/plain"), new(Stream.Null, "d")]), "kept", "text/plain");

        Assert.Equal("kept", text);
        Assert.Equal("text/plain", seen.Headers["Accept"]);
        var boundary = seen.Headers["Content-Type"].Split("boundary=")[1];
        Assert.DoesNotContain('"', boundary);
        var parts = seen.Body.Split("--" + boundary).Skip(1).SkipLast(1).Select(part => part.Trim('\r', '\n')).ToList();
        Assert.Equal(7, parts.Count);
        Assert.Contains(parts, part => Has(part, "form-data; name=\"title\"", "text/plain", "t"));
        Assert.Contains(parts, part => Has(part, "form-data; name=\"labels\"", "text/plain", "l2"));
        Assert.Contains(parts, part => Has(part, "form-data; name=\"about\"", "application/json", """{"color":"blue \u0026 white","size":7}"""));
        Assert.Contains(parts, part => Has(part, "form-data; name=\"data\"; filename=\"a%22b%0D%0Aé.png\"", "image/png", "one"));
        Assert.Contains(parts, part => Has(part, "form-data; name=\"more\"; filename=\"c.txt\"", "text/plain", "two"));
        Assert.True(data.CanRead);
    }

    [Fact]
    public async Task Form_IsUrlEncoded_InTheStylesOfItsFields()
    {
        var (seen, _) = await CallAsync(office => office.Files.PostFormAsync(new() { Name = "a b&c", Expand = ["x", "y"], About = Blue }), "{}");

        Assert.Equal("name=a%20b%26c&expand=x&expand=y&about%5Bcolor%5D=blue%20%26%20white&about%5Bsize%5D=7", seen.Body);
        Assert.Equal("application/x-www-form-urlencoded", seen.Headers["Content-Type"]);
    }

    [Fact]
    public async Task SecretOfAForm_IsInNoError()
    {
        await using var server = await LoopbackApi.StartAsync(400, """{"message":"'hunter22' is too short"}""");
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => new Office(http, NoRepository.Context()).Files.PostFormAsync(new() { Name = "n", Password = "hunter22" }));

        Assert.Contains("'***' is too short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesAndTexts_AreSentAsTheyAre()
    {
        using var data = new MemoryStream("skip this"u8.ToArray()) { Position = 5 };
        var (raw, _) = await CallAsync(async office => { await office.Files.PutRawAsync(data); return 0; }, "");
        var (note, text) = await CallAsync(office => office.Files.PutNoteAsync("é"), "# ü", "text/markdown; charset=utf-8");

        Assert.Equal(("this", "application/octet-stream"), (raw.Body, raw.Headers["Content-Type"]));
        Assert.Equal(("é", "text/plain; charset=utf-8", "text/markdown", "# ü"), (note.Body, note.Headers["Content-Type"], note.Headers["Accept"], text));
    }

    [Fact]
    public async Task JsonThatIsNoObject_IsSent_AlsoWithADelete()
    {
        var (patch, _) = await CallAsync(async office => { await office.Files.PatchPatchAsync([new() { Op = "add" }]); return 0; }, "");
        var (delete, _) = await CallAsync(async office => { await office.Files.DeleteSomeAsync([1, 2]); return 0; }, "");
        var (head, _) = await CallAsync(async office => { await office.Files.HeadSomeAsync(); return 0; }, "");

        Assert.Equal(("""[{"op":"add"}]""", "application/json-patch+json"), (patch.Body, patch.Headers["Content-Type"]));
        Assert.Equal(("DELETE", "[1,2]"), (delete.Method, delete.Body));
        Assert.Equal(("HEAD", ""), (head.Method, head.Body));
    }

    [Fact]
    public async Task ReplyThatMayBeMissing_IsNull()
    {
        Assert.Null((await CallAsync(office => office.Files.GetMaybeAsync(), "")).Result);
        Assert.Equal("x", (await CallAsync(office => office.Files.GetMaybeAsync(), """{"color":"x"}""")).Result!.Color);
        Assert.Null((await CallAsync(office => office.Files.GetCountAsync(), "")).Result);
        Assert.Equal(3, (await CallAsync(office => office.Files.GetCountAsync(), "3")).Result);
        await Assert.ThrowsAsync<ApiException>(() => CallAsync(office => office.Files.GetMaybeAsync(), "<html>"));
    }

    [Fact]
    public async Task Download_IsReadAsItComes()
    {
        var rest = new TaskCompletionSource();
        await using var server = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.ContentType = "application/zip";
            context.Response.ContentLength = 8;
            context.Response.Headers.ContentDisposition = "attachment; filename=\"../../etc/a.zip\"";
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await rest.Task;
            await context.Response.WriteAsync("rest");
        });
        using var http = server.NewClient();

        await using var download = await new Office(http, NoRepository.Context()).Files.DownloadAsync("a", TestContext.Current.CancellationToken);
        var first = new byte[4];
        await download.Content.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        rest.SetResult();
        using var reader = new StreamReader(download.Content);

        Assert.Equal(("half", "rest"), (Encoding.UTF8.GetString(first), await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("application/zip", 8L, "a.zip"), (download.ContentType, download.Length, download.FileName));
    }

    [Fact]
    public async Task DownloadThatIsRefused_OrCutOff_IsAnError()
    {
        await using var refusing = await LoopbackApi.StartAsync(404, """{"message":"no such file"}""");
        using var http = refusing.NewClient();
        var error = await Assert.ThrowsAsync<ApiException>(() => new Office(http, NoRepository.Context()).Files.DownloadAsync("a"));
        var begun = new TaskCompletionSource();
        await using var cutting = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.ContentLength = 8;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await begun.Task;
            context.Abort();
        });
        using var other = cutting.NewClient();
        await using var download = await new Office(other, NoRepository.Context()).Files.DownloadAsync("a");
        begun.SetResult();

        Assert.Equal((404, "no such file"), (error.Status, error.Problem));
        await Assert.ThrowsAnyAsync<IOException>(() => download.Content.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task UploadThatIsRedirected_IsNotSentAgain()
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var http = server.NewClient();
        using var data = new MemoryStream("one"u8.ToArray());

        var error = await Assert.ThrowsAsync<ApiException>(() => new Office(http, NoRepository.Context()).Files.PostUploadAsync(new(data, "a"), new() { Title = "t" }));

        Assert.Contains("refused", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Posts);
    }

    private static async Task<(SeenRequest Seen, T Result)> CallAsync<T>(Func<Office, Task<T>> call, string reply, string type = "application/json")
    {
        await using var server = await LoopbackApi.StartAsync(reply.Length == 0 ? 204 : 200, reply, type);
        using var http = server.NewClient();
        var result = await call(new Office(http, NoRepository.Context()));
        return (Assert.Single(server.Seen), result);
    }

    /// <summary>As it was on the wire; the server has decoded the path.</summary>
    private static string Uri(string target) => target.Replace("a/b", "a%2Fb", StringComparison.Ordinal);

    private static bool Has(string part, string disposition, string type, string body) =>
        part.Contains("Content-Disposition: " + disposition + "\r\n", StringComparison.Ordinal) && part.Contains("Content-Type: " + type, StringComparison.Ordinal) && part.EndsWith("\r\n\r\n" + body, StringComparison.Ordinal);
}

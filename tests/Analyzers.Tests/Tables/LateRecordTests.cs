using Semel.Analyzers.Idempotency.Record;

namespace Semel.Analyzers.Tests.Tables;

[Trait("Feature", "K3")]
public sealed class LateRecordTests
{
    private static readonly LateRecordAnalyzer Analyzer = new();

    [Theory]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.[|SEM3004:SaveAsync|](r.Name, s.Id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await Task.Delay(1000); await store.[|SEM3004:SaveAsync|](s);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); while (s.Status != "active") { s = await cloud.GetServerAsync(s.Id); } await store.[|SEM3004:SaveAsync|](s);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); if (s.Status == "error") throw new InvalidOperationException(); await store.[|SEM3004:SaveAsync|](s);""")]
    [InlineData("""var reply = await http.PostAsJsonAsync("/servers", r); var s = await ReadAsync(reply); await cloud.AttachAsync(s.Id); await store.[|SEM3004:SaveAsync|](r.Name, s.Id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); var id = s.Id; await cloud.TagAsync(id, "x"); await store.[|SEM3004:SaveAsync|](r.Name, id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.TagAsync(s.Id, "x"); await File.[|SEM3004:WriteAllTextAsync|]("id", s.Id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.TagAsync(s.Id, "x"); File.[|SEM3004:AppendAllText|]("ids", s.Id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); _last = s.Id; await [|SEM3004:SaveStateAsync|]();""")]
    [InlineData("""var ids = new List<string>(); for (var i = 0; i < 3; i++) { var s = await cloud.CreateServerAsync(r); ids.Add(s.Id); } await File.[|SEM3004:WriteAllLinesAsync|]("ids", ids);""")]
    [InlineData("""var ids = new List<Server>(); foreach (var name in new[] { "a", "b" }) { ids.Add(await cloud.CreateServerAsync(new(name, ""))); } await File.[|SEM3004:WriteAllTextAsync|]("ids", JsonSerializer.Serialize(ids));""")]
    [InlineData("""Server s; s = await cloud.CreateServerAsync(r); await Task.WhenAll(cloud.TagAsync(s.Id, "a"), cloud.TagAsync(s.Id, "b")); await store.[|SEM3004:SaveAsync|](s);""")]
    [InlineData("""try { var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.[|SEM3004:SaveAsync|](s); } catch (HttpRequestException) { throw; }""")]
    [InlineData("""using var reply = await http.PostAsJsonAsync("/servers", r); reply.EnsureSuccessStatusCode(); var text = await reply.Content.ReadAsStringAsync(); var s = JsonSerializer.Deserialize<Server>(text)!; do { await Task.Delay(10); } while (s.Status != "x"); await store.[|SEM3004:SaveAsync|](s);""")]
    [InlineData("""var row = new Dictionary<string, string>(); var s = await cloud.CreateServerAsync(r); row.Add("id", s.Id); await cloud.WaitAsync(s.Id); await File.[|SEM3004:WriteAllTextAsync|]("row", JsonSerializer.Serialize(row));""")]
    [InlineData("""if (await store.FindAsync(r.Name) is null) { var s = await cloud.CreateServerAsync(r); await cloud.AttachAsync(s.Id); await store.[|SEM3004:SaveAsync|](s); }""")]
    public Task SomethingBetweenCreateAndRecord_IsFlagged(string body) => AssertAsync(body);

    [Theory]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await store.SaveAsync(r.Name, s.Id); await cloud.WaitAsync(s.Id);""")]
    [InlineData("""await store.SaveAsync(await cloud.CreateServerAsync(r));""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await store.SaveAsync(s); await cloud.WaitAsync(s.Id); await store.SaveAsync(s);""")]
    [InlineData("""var reply = await http.PostAsJsonAsync("/servers", r); if (!reply.IsSuccessStatusCode) throw new InvalidOperationException(await reply.Content.ReadAsStringAsync()); var s = await reply.Content.ReadFromJsonAsync<Server>(); await store.SaveAsync(s!);""")]
    [InlineData("""var reply = await http.PostAsJsonAsync("/servers", r); var s = await reply.Content.ReadFromJsonAsync<Server>() ?? throw new InvalidOperationException(); await store.SaveAsync(s);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); if (s is null) throw new InvalidOperationException(); await store.SaveAsync(s);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); if (string.IsNullOrEmpty(s.Id)) throw new InvalidOperationException(); await store.SaveAsync(s);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); Console.WriteLine(s.Id); await store.SaveAsync(s);""")]
    [InlineData("""var old = await cloud.GetServerAsync("a"); await cloud.WaitAsync("a"); await store.SaveAsync(old);""")]
    [InlineData("""await store.SaveAsync("intent", r.Name); var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await cloud.TagAsync(s.Id, "saved");""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.SaveAsync("seen", r.Region);""")]
    [InlineData("""foreach (var name in new[] { "a", "b" }) { var s = await cloud.CreateServerAsync(new(name, "")); await store.SaveAsync(s); }""")]
    [InlineData("""Server? s = null; try { s = await cloud.CreateServerAsync(r); } catch (HttpRequestException) { await Task.Delay(1); throw; } await store.SaveAsync(s);""")]
    [InlineData("""var found = await cloud.FindServerAsync(r.Name); if (found is not null) { await cloud.WaitAsync(found.Id); } else { found = await cloud.CreateServerAsync(r); } await store.SaveAsync(found);""")]
    [InlineData("""var s = await cloud.CreateServerAsync(r); await store.AddAsync(s); await cloud.WaitAsync(s.Id); await store.SaveAsync(s);""")]
    [InlineData("""for (var i = 0; ; i++) { try { var s = await cloud.CreateServerAsync(r); await store.SaveAsync(s); return; } catch (HttpRequestException) when (i < 3) { await Task.Delay(10); } }""")]
    public Task RecordedAtOnceOrNeverMeantToBe_IsFine(string body) => AssertAsync(body);

    private static Task AssertAsync(string body) => Markup.AssertAsync(Analyzer, Snippet.InClass($$"""
            private string? _last;
            private Task SaveStateAsync() => File.WriteAllTextAsync("state", _last);
            public async Task RunAsync(ServerRequest r)
            {
                {{body}}
            }
        """, "Job"));
}

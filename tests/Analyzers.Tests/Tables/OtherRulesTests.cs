using Semel.Analyzers.Idempotency;

namespace Semel.Analyzers.Tests.Tables;

/// <summary>The rules besides the first three: what is flagged and what isn't.</summary>
public sealed class OtherRulesTests
{
    private const string Secrets = """
        public interface ISecrets { Task<bool> SecretExistsAsync(string name); Task<string?> GetSecretAsync(string name); Task SetSecretAsync(string name, string value); Task UpdateSecretAsync(string name, string value); Task CreatePasswordAsync(string name, string password); }
        public interface INotes { Task<bool> NoteExistsAsync(string name); Task PutNoteAsync(string name, string value); }
        public sealed class Job(ISecrets secrets, INotes notes, string configured)
        {
            string Field = configured;
            static string Generate() => "x";
            public async Task RunAsync(string name, string value) { BODY }
        }
        """;

    [Theory]
    [Trait("Feature", "K4")]
    [InlineData("if (await secrets.SecretExistsAsync(name)) return; await secrets.[|SEM3005:SetSecretAsync|](name, value);")]
    [InlineData("if (!await secrets.SecretExistsAsync(name)) await secrets.[|SEM3005:SetSecretAsync|](name, value);")]
    [InlineData("if (!await secrets.SecretExistsAsync(name)) { await secrets.[|SEM3005:SetSecretAsync|](name, value); }")]
    [InlineData("var old = await secrets.GetSecretAsync(name); if (old != null) return; await secrets.[|SEM3005:SetSecretAsync|](name, value);")]
    [InlineData("var old = await secrets.GetSecretAsync(name); if (old is null) await secrets.[|SEM3005:CreatePasswordAsync|](name, value);")]
    [InlineData("if (await secrets.GetSecretAsync(name) is { } old) return; await secrets.[|SEM3005:SetSecretAsync|](name, value);")]
    [InlineData("var exists = await secrets.SecretExistsAsync(name); if (!exists) { await secrets.[|SEM3005:SetSecretAsync|](name, value); }")]
    [InlineData("if (await secrets.SecretExistsAsync(name)) { Console.WriteLine(); } else { await secrets.[|SEM3005:SetSecretAsync|](name, Field); }")]
    [InlineData("foreach (var one in new[] { name }) { if (await secrets.SecretExistsAsync(one)) continue; await secrets.[|SEM3005:SetSecretAsync|](one, value); }")]
    [InlineData("try { await secrets.GetSecretAsync(name); } finally { } if (await secrets.SecretExistsAsync(name)) return; var text = value.Trim(); await secrets.[|SEM3005:SetSecretAsync|](name, text);")]
    [InlineData("await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (await secrets.GetSecretAsync(name) == value) return; await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (await secrets.SecretExistsAsync(name)) await secrets.UpdateSecretAsync(name, value); else await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (!await secrets.SecretExistsAsync(name)) { var made = Generate(); await secrets.SetSecretAsync(name, made); }")]
    [InlineData("if (!await secrets.SecretExistsAsync(name)) await secrets.SetSecretAsync(name, Guid.NewGuid().ToString());")]
    [InlineData("if (string.IsNullOrEmpty(name)) return; await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (await notes.NoteExistsAsync(name)) return; await notes.PutNoteAsync(name, value);")]
    [InlineData("if (await secrets.SecretExistsAsync(name)) await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (value == Field) return; await secrets.SetSecretAsync(name, value);")]
    [InlineData("if (!await secrets.SecretExistsAsync(name)) await secrets.SetSecretAsync(name, \"changeme\");")]
    public Task ExistenceGuard(string body) => Markup.AssertAsync(new ExistenceGuardAnalyzer(), Secrets.Replace("BODY", body, StringComparison.Ordinal));

    [Theory]
    [Trait("Feature", "K5")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } [|SEM3006:catch|] (Exception) { return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } [|SEM3006:catch|] { return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } [|SEM3006:catch|] (HttpRequestException) { } return await cloud.CreateServerAsync(r);")]
    [InlineData("Server? s = null; try { s = await cloud.FindServerAsync(\"a\"); } [|SEM3006:catch|] (Exception e) { Console.WriteLine(e.Message); } return s ?? await cloud.CreateServerAsync(r);")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } [|SEM3006:catch|] (Exception e) when (e.Message.Contains(\"404\")) { return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } [|SEM3006:catch|] (Exception e) when (e is not OperationCanceledException) { return await cloud.CreateServerAsync(r); }")]
    [InlineData("var reply = await http.GetAsync(\"/servers/a\"); if ([|SEM3006:!reply.IsSuccessStatusCode|]) { return await cloud.CreateServerAsync(r); } return await ReadAsync(reply);")]
    [InlineData("var reply = await http.GetAsync(\"/servers/a\"); if ([|SEM3006:reply.IsSuccessStatusCode|]) { return await ReadAsync(reply); } else { return await cloud.CreateServerAsync(r); }")]
    [InlineData("var reply = await http.GetAsync(\"/servers/a\"); if ([|SEM3006:!reply.IsSuccessStatusCode|]) reply = await http.PostAsJsonAsync(\"/servers\", r); return await ReadAsync(reply);")]
    [InlineData("try { return await http.GetFromJsonAsync<Server>(\"/servers/a\"); } [|SEM3006:catch|] (Exception) { return await ReadAsync(await http.PostAsJsonAsync(\"/servers\", r)); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound) { return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (KeyNotFoundException) { return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (HttpRequestException e) { if (e.StatusCode != HttpStatusCode.NotFound) throw; return await cloud.CreateServerAsync(r); }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (Exception) { return null; }")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (Exception e) { throw new InvalidOperationException(\"a\", e); }")]
    [InlineData("try { return await cloud.CreateServerAsync(r); } catch (Exception) { return null; }")]
    [InlineData("var reply = await http.GetAsync(\"/servers/a\"); if (reply.StatusCode == HttpStatusCode.NotFound) return await cloud.CreateServerAsync(r); return await ReadAsync(reply);")]
    [InlineData("var reply = await http.GetAsync(\"/servers/a\"); if (!reply.IsSuccessStatusCode) throw new InvalidOperationException(); return await ReadAsync(reply);")]
    [InlineData("try { return await cloud.GetServerAsync(\"a\"); } catch (Exception) { Console.WriteLine(); throw; }")]
    [InlineData("var reply = await http.PostAsJsonAsync(\"/servers\", r); if (!reply.IsSuccessStatusCode) return null; return await ReadAsync(reply);")]
    public Task CatchAllBeforeCreate(string body) => InMethodAsync(new CatchAllBeforeCreateAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K6")]
    [InlineData("try { } catch (Exception e) when ([|SEM3007:e.Message.Contains(\"already exists\")|]) { } return null;")]
    [InlineData("try { } catch (Exception e) when ([|SEM3007:e.Message.ToLower().Contains(\"duplicate\")|]) { } return null;")]
    [InlineData("try { } catch (HttpRequestException e) { if ([|SEM3007:e.Message.StartsWith(\"404\")|]) return null; throw; } return null;")]
    [InlineData("try { } catch (Exception e) { if ([|SEM3007:e.Message.IndexOf(\"conflict\")|] >= 0) return null; throw; } return null;")]
    [InlineData("try { } catch (Exception e) { var text = e.Message; if ([|SEM3007:text.Contains(\"not found\")|]) return null; throw; } return null;")]
    [InlineData("try { } catch (Refit.ApiException e) when ([|SEM3007:e.Content!.Contains(\"name taken\")|]) { } return null;")]
    [InlineData("var x = await rest.ExecuteAsync(new RestRequest(\"a\")); if ([|SEM3007:x.Content!.Contains(\"exists\")|]) return null; return null;")]
    [InlineData("var x = await rest.ExecuteAsync(new RestRequest(\"a\")); if ([|SEM3007:x.ErrorMessage!.Contains(\"409\")|]) return null; return null;")]
    [InlineData("try { } catch (Exception e) when ([|SEM3007:System.Text.RegularExpressions.Regex.IsMatch(e.Message, \"exists\")|]) { } return null;")]
    [InlineData("try { } catch (Exception e) when ([|SEM3007:e.Message.Equals(\"duplicate\")|]) { } return null;")]
    [InlineData("try { } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict) { } return null;")]
    [InlineData("if (r.Name.Contains(\"exists\")) return null; return null;")]
    [InlineData("try { } catch (Exception e) when (e.Message.Contains(\"certificate\")) { } return null;")]
    [InlineData("var text = \"already exists\"; return text.Contains(\"exists\") ? null : null;")]
    [InlineData("try { } catch (Exception e) { Console.WriteLine(e.Message + \" exists\"); } return null;")]
    [InlineData("var reply = await http.GetAsync(\"/\"); var text = await reply.Content.ReadAsStringAsync(); return text.Contains(\"done\") ? null : null;")]
    [InlineData("var words = new List<string> { \"exists\" }; return words.Contains(\"exists\") ? null : null;")]
    [InlineData("try { } catch (Exception e) when (e.Message.Length > 4) { } return null;")]
    [InlineData("var path = new Uri(\"http://a/exists\"); return path.AbsolutePath.Contains(\"exists\") ? null : null;")]
    [InlineData("return r.Region.StartsWith(\"404\") ? null : null;")]
    public Task MessageText(string body) => InMethodAsync(new MessageTextAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K6")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).[|SEM3008:First|](s => s.Name == r.Name);")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).[|SEM3008:FirstOrDefault|](s => s.Name == r.Name);")]
    [InlineData("var all = await cloud.ListServersAsync(r.Name); return all.[|SEM3008:FirstOrDefault|](s => s.Name == r.Name);")]
    [InlineData("var all = await cloud.ListServersAsync(r.Name); return all.[|SEM3008:FirstOrDefault|]() ?? await cloud.CreateServerAsync(r);")]
    [InlineData("var all = await http.GetFromJsonAsync<Server[]>(\"/servers\"); return all!.[|SEM3008:First|](s => s.Name == r.Name);")]
    [InlineData("var all = await cloud.ListServersAsync(r.Name); if (all.Any()) return all.[|SEM3008:First|](); return await cloud.CreateServerAsync(r);")]
    [InlineData("var all = (await cloud.ListServersAsync(r.Name)).Where(s => s.Status == \"on\"); return all.[|SEM3008:FirstOrDefault|](s => s.Name == r.Name);")]
    [InlineData("var found = (await cloud.ListServersAsync(r.Name)).[|SEM3008:FirstOrDefault|](s => s.Name == r.Name && s.Status == \"on\"); return found;")]
    [InlineData("var all = await http.GetFromJsonAsync<List<Server>>(\"/servers\"); var one = all!.[|SEM3008:FirstOrDefault|](); return one ?? await cloud.CreateServerAsync(r);")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).ToList().[|SEM3008:FirstOrDefault|](s => s.Name == r.Name);")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).Single(s => s.Name == r.Name);")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).SingleOrDefault(s => s.Name == r.Name);")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).First(s => s.Status == \"on\");")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).OrderBy(s => s.Id).First(s => s.Name == r.Name);")]
    [InlineData("var local = new List<Server>(); return local.FirstOrDefault(s => s.Name == r.Name);")]
    [InlineData("var words = r.Name.Split('/'); return new Server(words.First(), \"\", \"\");")]
    [InlineData("var first = Environment.GetCommandLineArgs().First(); return null;")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).Last();")]
    [InlineData("return (await cloud.ListServersAsync(r.Name)).First();")]
    [InlineData("var lines = await File.ReadAllLinesAsync(\"a\"); lines.First(); return await cloud.CreateServerAsync(r);")]
    public Task FirstOfLook(string body) => InMethodAsync(new FirstOfLookAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K7")]
    [InlineData("m.Headers.Add(\"Idempotency-Key\", [|SEM3009:Guid.NewGuid().ToString()|]);")]
    [InlineData("m.Headers.TryAddWithoutValidation(\"Idempotency-Key\", [|SEM3009:$\"{r.Name}-{DateTime.UtcNow.Ticks}\"|]);")]
    [InlineData("var key = Guid.NewGuid().ToString(\"N\"); m.Headers.Add(\"X-Idempotency-Key\", [|SEM3009:key|]);")]
    [InlineData("http.DefaultRequestHeaders.Add(\"Idempotency-Key\", [|SEM3009:Environment.TickCount64.ToString()|]);")]
    [InlineData("Send(idempotencyKey: [|SEM3009:Guid.NewGuid().ToString()|]);")]
    [InlineData("Send([|SEM3009:DateTimeOffset.Now.ToString()|]);")]
    [InlineData("var o = new RequestOptions { IdempotencyKey = [|SEM3009:Guid.NewGuid().ToString()|] };")]
    [InlineData("var o = new RequestOptions(); o.IdempotencyKey = [|SEM3009:Random.Shared.Next().ToString()|];")]
    [InlineData("new RestRequest().AddHeader(\"Idempotency-Key\", [|SEM3009:Guid.NewGuid().ToString()|]);")]
    [InlineData("\"http://a\".WithHeader(\"Idempotency-Key\", [|SEM3009:Guid.NewGuid()|]);")]
    [InlineData("m.Headers.Add(\"Idempotency-Key\", r.Name);")]
    [InlineData("m.Headers.Add(\"X-Correlation-Id\", Guid.NewGuid().ToString());")]
    [InlineData("var key = await store.FindAsync(r.Name); m.Headers.Add(\"Idempotency-Key\", key);")]
    [InlineData("var key = Guid.NewGuid().ToString(); await store.SaveAsync(r.Name, key); m.Headers.Add(\"Idempotency-Key\", key);")]
    [InlineData("var order = new Order(); order.IdempotencyKey ??= Guid.NewGuid().ToString();")]
    [InlineData("var order = new Order { IdempotencyKey = Guid.NewGuid().ToString() };")]
    [InlineData("Send($\"{r.Region}/{r.Name}\");")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var o = new RequestOptions { IdempotencyKey = r.Name };")]
    [InlineData("m.Headers.Add(\"Date\", DateTime.UtcNow.ToString(\"R\"));")]
    public Task RandomKey(string body) => Markup.AssertAsync(new RandomKeyAnalyzer(), Snippet.InClass($$"""
        static void Send(string idempotencyKey) { }
        public async Task RunAsync(ServerRequest r, HttpRequestMessage m) { {{body}} }
        """, "Job") + """
        public sealed class RequestOptions { public string? IdempotencyKey { get; set; } }
        public sealed class Order { public string? IdempotencyKey { get; set; } }
        """);

    [Theory]
    [Trait("Feature", "K8")]
    [InlineData("await http.PostAsync(\"/a\", [|SEM3010:null|]);")]
    [InlineData("await http.PostAsync(\"/a\", [|SEM3010:null|]!);")]
    [InlineData("await http.PostAsync(new Uri(\"/a\"), [|SEM3010:null|], default);")]
    [InlineData("await http.PostAsync(content: [|SEM3010:null|], requestUri: \"/a\");")]
    [InlineData("await http.PostAsync(\"/a\", [|SEM3010:default|]);")]
    [InlineData("await http.PostAsync(\"/a\", [|SEM3010:(HttpContent?)null|]);")]
    [InlineData("await http.SendAsync([|SEM3010:new HttpRequestMessage(HttpMethod.Post, \"/a\")|]);")]
    [InlineData("using var m = [|SEM3010:new HttpRequestMessage(HttpMethod.Post, \"/a\")|]; await http.SendAsync(m);")]
    [InlineData("var m = [|SEM3010:new HttpRequestMessage(HttpMethod.Post, \"/a\")|]; m.Headers.Add(\"a\", \"b\"); await http.SendAsync(m);")]
    [InlineData("http.Send([|SEM3010:new HttpRequestMessage(HttpMethod.Post, \"/a\") { Version = HttpVersion.Version20 }|]);")]
    [InlineData("await http.PostAsync(\"/a\", new ByteArrayContent([]));")]
    [InlineData("await http.PostAsync(\"/a\", new StringContent(\"{}\"));")]
    [InlineData("HttpContent? c = null; await http.PostAsync(\"/a\", c);")]
    [InlineData("await http.PutAsync(\"/a\", null);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"/a\"));")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"/a\") { Content = JsonContent.Create(1) });")]
    [InlineData("var m = new HttpRequestMessage(HttpMethod.Post, \"/a\"); m.Content = JsonContent.Create(1); await http.SendAsync(m);")]
    [InlineData("var m = new HttpRequestMessage(HttpMethod.Post, \"/a\"); Fill(m); await http.SendAsync(m);")]
    [InlineData("var m = new HttpRequestMessage(HttpMethod.Post, \"/a\"); GC.KeepAlive(m);")]
    [InlineData("await http.DeleteAsync(\"/a\");")]
    public Task NullContent(string body) => Markup.AssertAsync(new NullContentAnalyzer(), Snippet.InClass($$"""static void Fill(HttpRequestMessage m) { } public async Task RunAsync() { {{body}} }"""));

    [Theory]
    [Trait("Feature", "K9")]
    [InlineData("[Semel.NonIdempotent([|SEM3011:\"\"|])] public class A;")]
    [InlineData("[Semel.NonIdempotent([|SEM3011:\" \"|])] public interface IA;")]
    [InlineData("public class A { [Semel.NonIdempotent([|SEM3011:\"\"|])] public void Create() { } }")]
    [InlineData("public class A { [Semel.NonIdempotent([|SEM3011:reason: \"\"|])] public void Create() { } }")]
    [InlineData("public class A { [Semel.NonIdempotent([|SEM3011:null!|])] public void Create() { } }")]
    [InlineData("[Semel.ExtensionModel(\"a.yaml\", \"/a\"), Semel.NonIdempotent([|SEM3011:\"\"|])] public partial class A;")]
    [InlineData("public class A { const string Why = \"\"; [Semel.NonIdempotent([|SEM3011:Why|])] public void Create() { } }")]
    [InlineData("public interface IA { [Semel.NonIdempotent([|SEM3011:\"\"|])] void Create(); }")]
    [InlineData("public class A { public class B { [Semel.NonIdempotent([|SEM3011:\"\\t\"|])] public void Create() { } } }")]
    [InlineData("public partial class A { [Semel.NonIdempotent([|SEM3011:\"\"|])] public static void Create() { } }")]
    [InlineData("[Semel.NonIdempotent(\"A second one does no harm.\")] public class A;")]
    [InlineData("public class A { [Semel.NonIdempotent(\"The API refuses it.\")] public void Create() { } }")]
    [InlineData("[System.Obsolete(\"\")] public class A;")]
    public Task OptOutReason(string source) => Markup.AssertAsync(new OptOutReasonAnalyzer(), source);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("Key = [|SEM3013:\"name\"|]", "string region, string name")]
    [InlineData("Key = [|SEM3013:\"name\"|]", "Guid projectId, string name")]
    [InlineData("Key = [|SEM3013:\"name\"|]", "int parent, string name")]
    [InlineData("Key = [|SEM3013:\"name\"|]", "string name, string accountId, CancellationToken token")]
    [InlineData("Key = [|SEM3013:\"request.Name\"|]", "string clusterName, R request")]
    [InlineData("Key = \"region/name\"", "string region, string name")]
    [InlineData("Key = \"name\"", "string name, string description, int size")]
    [InlineData("Key = \"request.Name\"", "R request, string correlationId")]
    [InlineData("Key = \"request.Region/request.Name\"", "R request")]
    [InlineData("Id = \"Id\"", "string region, string name")]
    [InlineData("Key = [|SEM3014:\"name/password\"|]", "string name, string password")]
    [InlineData("Key = [|SEM3014:\"request.ApiKey\"|]", "R request")]
    [InlineData("Key = [|SEM3014:\"request.AccessToken\"|]", "R request")]
    [InlineData("Key = [|SEM3014:\"request.Name/request.ClientSecret\"|]", "R request")]
    [InlineData("Key = \"request.SecretName\"", "R request")]
    [InlineData("Key = \"request.Name\", Secrets = \"request.ClientSecret\"", "R request")]
    public async Task IdempotentKeys(string declaration, string parameters)
    {
        var (expected, actual) = await Markup.RunAsync([new IncompleteKeyAnalyzer(), new SecretInKeyAnalyzer()], ("Test.cs", $$"""
            public sealed class R { public string Name = "", Region = "", ApiKey = "", AccessToken = "", ClientSecret = "", SecretName = ""; }
            public class A { [Semel.Idempotent({{declaration}})] public Task<string> CreateAsync({{parameters}}) => null!; }
            """));
        Assert.Equal(expected, actual);
    }

    private static Task InMethodAsync(Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer analyzer, string body) => Markup.AssertAsync(analyzer, Snippet.InClass($$"""public async Task<Server?> RunAsync(ServerRequest r) { {{body}} }""", "Job"));
}

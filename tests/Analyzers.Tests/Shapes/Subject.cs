namespace Semel.Analyzers.Tests.Shapes;

/// <summary>What a rule warns of, as statements and, where it can be one, as an expression.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Statements">Statements of an asynchronous method, marked.</param>
/// <param name="Expression">The same as one expression of type <c>Task</c>; null: it takes statements.</param>
public sealed record Subject(string Rule, string Statements, string? Expression = null)
{
    /// <summary>One for each rule about what methods do; those about declarations have a table of their own.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new("SEM3003", """await retry.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r));""", """retry.ExecuteAsync(() => http.[|SEM3003:PostAsJsonAsync|]("/servers", r))"""),
        new("SEM3004", """var s = await cloud.CreateServerAsync(r); await cloud.WaitAsync(s.Id); await store.[|SEM3004:SaveAsync|](s);"""),
        new("SEM3005", """if (!await secrets.SecretExistsAsync(name)) await secrets.[|SEM3005:SetSecretAsync|](name, value);""", """secrets.SecretExists(name) ? Task.CompletedTask : secrets.[|SEM3005:SetSecretAsync|](name, value)"""),
        new("SEM3006", """try { await cloud.GetServerAsync("a"); } [|SEM3006:catch|] (Exception) { await cloud.CreateServerAsync(r); }"""),
        new("SEM3007", """try { await Task.Yield(); } catch (Exception e) when ([|SEM3007:e.Message.Contains("already exists")|]) { }""", """[|SEM3007:error.Message.Contains("exists")|] ? Task.CompletedTask : Task.FromException(error)"""),
        new("SEM3008", """var s = (await cloud.ListServersAsync("a")).[|SEM3008:First|](x => x.Name == "a");""", """Task.FromResult(cloud.ListServers("a").[|SEM3008:First|](x => x.Name == "a"))"""),
        new("SEM3009", """message.Headers.Add("Idempotency-Key", [|SEM3009:Guid.NewGuid().ToString()|]);""", """Helper.SendAsync(idempotencyKey: [|SEM3009:Guid.NewGuid().ToString()|])"""),
        new("SEM3010", """await http.PostAsync("/a", [|SEM3010:null|]);""", """http.PostAsync("/a", [|SEM3010:null|])"""),
        new("SEM3012", """await once.[|SEM3012:CreateAsync|](q);""", """once.[|SEM3012:CreateAsync|](q)"""),
        new("SEM3015", """await plain.CreateAsync("a", q); await plain.CreateAsync([|SEM3015:"a"|], q2);""", """Task.WhenAll(plain.CreateAsync("a", q), plain.CreateAsync([|SEM3015:"a"|], q2))"""),
        new("SEM4001", """try { await plain.CreateAsync(q); } [|SEM4001:catch|] (IndeterminateException) { }"""),
        new("SEM4002", """var a = await adopting.CreateAsync(q); await adopting.[|SEM4002:DeleteAsync|](a.Id);"""),
        new("SEM4003", """var repository = [|SEM4003:new MemoryDataRepository()|]; await plain.CreateAsync(q);""", """plain.With([|SEM4003:new MemoryDataRepository()|]).CreateAsync(q)"""),
        new("SEM4004", """_ = plain.[|SEM4004:CreateAsync|](q);""", """Task.FromResult(_ = plain.[|SEM4004:CreateAsync|](q))"""),
    ];

    /// <summary>What the subjects use, as types.</summary>
    public const string Types = """
        global using Semel; global using Polly.Retry; global using Shapes;
        namespace Shapes;
        public record Server(string Id, string Name); public record ServerRequest(string Name); public record Request(string Name); public record Thing(string Id);
        public interface IStore { Task SaveAsync(Server server); }
        public interface ICloudClient { Task<Server> CreateServerAsync(ServerRequest request); Task<Server> GetServerAsync(string id); Task WaitAsync(string id); Task<List<Server>> ListServersAsync(string name); List<Server> ListServers(string name); }
        public interface ISecrets { bool SecretExists(string name); Task<bool> SecretExistsAsync(string name); Task SetSecretAsync(string name, string value); }
        [ExtensionModel("a.yaml", "/a", OnExists = OnExists.Adopt), InferredResource("POST /a", Guarantee.Marker)] public sealed partial class Adopting
        {
            public Task<Ensured<Thing>> CreateAsync(Request request) => null!;
            public Task<Ensured<Thing>> CreateAsync(string instance, Request request) => null!;
            public Task DeleteAsync(string id) => null!;
            public Adopting With(IDataRepository repository) => this;
        }
        [ExtensionModel("a.yaml", "/a"), InferredResource("POST /a", Guarantee.Replay)] public sealed partial class Plain
        {
            public Task<Ensured<Thing>> CreateAsync(Request request) => null!;
            public Task<Ensured<Thing>> CreateAsync(string instance, Request request) => null!;
            public Task DeleteAsync(string id) => null!;
            public Plain With(IDataRepository repository) => this;
        }
        [ExtensionModel("a.yaml", "/a"), InferredResource("POST /a", Guarantee.AtMostOnce)] public sealed partial class Once
        {
            public Task<Ensured<Thing>> CreateAsync(Request request) => null!;
            public Task<Ensured<Thing>> CreateAsync(string instance, Request request) => null!;
            public Task DeleteAsync(string id) => null!;
            public Once With(IDataRepository repository) => this;
        }
        public interface IRun { Task RunAsync(); }
        public static class Helper { public static Task SendAsync(string idempotencyKey) => Task.CompletedTask; }
        """;

    /// <summary>Their names and types, for a constructor, a method or locals.</summary>
    public static IReadOnlyList<(string Type, string Name)> Parameters { get; } =
    [
        ("HttpClient", "http"), ("IStore", "store"), ("ICloudClient", "cloud"), ("ISecrets", "secrets"), ("AsyncRetryPolicy", "retry"), ("Adopting", "adopting"), ("Plain", "plain"), ("Once", "once"),
        ("HttpRequestMessage", "message"), ("ServerRequest", "r"), ("Request", "q"), ("Request", "q2"), ("string", "name"), ("string", "value"), ("Exception", "error"),
    ];
}

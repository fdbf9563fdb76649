using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>Code that creates nothing in any API: no rule says a word of it, whatever its methods are called.</summary>
[Trait("Feature", "K1")]
[Trait("Feature", "K2")]
[Trait("Feature", "K3")]
public sealed class OrdinaryCodeTests
{
    private static readonly string[] Verbs = ["Create", "Add", "Register", "Insert", "Open", "Start", "Make", "Submit", "Post", "New", "Save", "Update", "Ensure", "Find", "Send", "Issue", "Order", "Launch", "Allocate", "Place"];
    private static readonly string[] Nouns = ["Order", "Customer", "Window", "Invoice", "Node", "User", "Server", "Message", "Report", "Token", "Rule", "Key", "Ticket", "Session", "Page", "Secret", "Bucket", "Payment", "Task", "Record"];

    /// <summary>What such methods do: memory, files, databases, queues, dialogs, other processes.</summary>
    private static readonly string[] Bodies =
    [
        """var made = new Item(Guid.NewGuid().ToString(), name); _items.Add(made); await Task.Yield(); return made;""",
        """for (var i = 0; ; i++) { try { await File.WriteAllTextAsync(name, "x"); return new(name, name); } catch (IOException) when (i < 3) { await Task.Delay(10); } }""",
        """var found = _items.FirstOrDefault(item => item.Name == name); if (found is not null) return found; found = new(name, name); _items.Add(found); return await Task.FromResult(found);""",
        """try { return _byName[name]; } catch (Exception) { return _byName[name] = new(name, name); }""",
        """db.Items.Add(new(name, name)); await bus.PublishAsync(name); await db.SaveChangesAsync(); return new(name, name);""",
        """var item = await repository.CreateItemAsync(name); await bus.PublishAsync(item); await repository.SaveAsync(item); return item;""",
        """context.Post(_ => Console.WriteLine(name), null); await Task.Yield(); return new(name, name);""",
        """var item = await mediator.Send(new CreateItem(name)); item = item with { Token = Guid.NewGuid().ToString() }; return item;""",
        """foreach (var one in name.Split(',')) { try { await bus.PublishAsync(one); } catch (InvalidOperationException e) { Console.Error.WriteLine(e.Message); } } return new(name, name);""",
        """if (!_byName.ContainsKey(name)) _byName.Add(name, new(name, name)); await hub.SendAsync("Post", name); return _byName[name];""",
        """using var process = System.Diagnostics.Process.Start("echo", name); await process.WaitForExitAsync(); return new(process.Id.ToString(), name);""",
        """var text = await http.GetStringAsync("/items/" + name); await http.PutAsync("/items/" + name, new StringContent(text)); return new(text, name);""",
    ];

    private const string Types = """
        public record Item(string Id, string Name) { public string? Token { get; init; } }
        public record CreateItem(string Name);
        public class DbSet<T> { public void Add(T item) { } }
        public class Context { public DbSet<Item> Items { get; } = new(); public Task SaveChangesAsync() => Task.CompletedTask; }
        public interface IBus { Task PublishAsync(object message); }
        public interface IItemRepository { Task<Item> CreateItemAsync(string name); Task SaveAsync(Item item); }
        public interface IMediator { Task<Item> Send(CreateItem command); }
        public interface IHub { Task SendAsync(string methodName, object? argument); }
        """;

    [Fact]
    public async Task FourHundredMethods_ThatAreNamedLikeCreates_AreQuiet()
    {
        var (_, actual) = await Markup.RunAsync(ForeignCodeTests.AllAnalyzers, [("Types.cs", Types), .. Files(Bodies)]);
        Assert.Empty(actual);
    }

    /// <summary>The same methods, were they to post.</summary>
    [Fact]
    public async Task TheSameMethods_ThatPost_AreNot()
    {
        var (_, actual) = await Markup.RunAsync(ForeignCodeTests.AllAnalyzers, [("Types.cs", Types), .. Files(["""await http.PostAsJsonAsync("/items", name); return new(name, name);"""])]);
        Assert.Contains(actual, warning => warning.Contains("SEM3002 CreateOrderAsync", StringComparison.Ordinal));
        Assert.True(actual.Length > 50, $"{actual.Length} of {Verbs.Length * Nouns.Length} are warned of.");
    }

    /// <summary>What the SDK writes for a new project: sites, services, workers, desktop programs.</summary>
    [Fact]
    public async Task TemplatesOfTheSdk_AreQuiet()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var packages = Directory.Exists(Path.Combine(root, "templates")) ? Directory.GetFiles(Path.Combine(root, "templates"), "*.nupkg", SearchOption.AllDirectories) : [];
        Assert.SkipWhen(packages.Length == 0, "This runtime has no SDK beside it, so there are no templates.");

        var files = packages.SelectMany(Sources).ToList();
        Assert.True(files.Count > 50, $"{files.Count} files");
        var web = Path.Combine(root, "shared", "Microsoft.AspNetCore.App", Path.GetFileName(runtime.TrimEnd(Path.DirectorySeparatorChar)));
        var references = AnalyzerTest.References.Concat(Directory.Exists(web) ? Directory.GetFiles(web, "Microsoft.*.dll").Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)) : []).DistinctBy(reference => Path.GetFileName(reference.Display));
        var compilation = CSharpCompilation.Create("Templates", files, references, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(await compilation.WithAnalyzers([.. ForeignCodeTests.AllAnalyzers]).GetAnalyzerDiagnosticsAsync());
    }

    private static IEnumerable<(string Name, string Text)> Files(string[] bodies)
    {
        var number = 0;
        foreach (var noun in Nouns)
        {
            var members = string.Concat(Verbs.Select(verb => $"    public async Task<Item> {verb}{noun}Async(string name) {{ {bodies[number++ % bodies.Length]} }}\n"));
            yield return ($"{noun}.cs", $$"""
                public sealed class {{noun}}Manager(Context db, IBus bus, IItemRepository repository, IMediator mediator, IHub hub, HttpClient http, SynchronizationContext context)
                {
                    private readonly List<Item> _items = [];
                    private readonly Dictionary<string, Item> _byName = [];
                {{members}}}
                """);
        }
    }

    private static IEnumerable<SyntaxTree> Sources(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".cs", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), new CSharpParseOptions(LanguageVersion.Preview), entry.FullName);
        }
    }
}

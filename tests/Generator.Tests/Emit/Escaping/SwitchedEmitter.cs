using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Generator.Tests.Emit.Escaping;

/// <summary>The generator and its models for tests, compiled from their sources with a switch at every use of <c>Literals</c>.</summary>
internal sealed class SwitchedEmitter
{
    private const string Switch = """
        namespace Semel.Generator.Emit;
        internal static class Switched
        {
            public static int Off = -1;
            public static readonly System.Collections.Generic.HashSet<int> Reached = new();
            public static string String(int site, string? value) => IsOn(site) ? Literals.String(value) : value is null ? "null" : "\"" + value + "\"";
            public static string XmlText(int site, string value) => IsOn(site) ? Literals.XmlText(value) : value;
            public static string Identifier(int site, string name) => IsOn(site) ? Literals.Identifier(name) : name;
            public static string Namespace(int site, string value) => IsOn(site) ? Literals.Namespace(value) : value;
            private static bool IsOn(int site) { Reached.Add(site); return site != Off; }
        }
        """;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using Xunit;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    private readonly MethodInfo _named;
    private readonly MethodInfo _emit;
    private readonly FieldInfo _off;
    private readonly ISet<int> _reached;
    private readonly List<EscapeSite> _sites = [];

    public SwitchedEmitter()
    {
        var tests = TestFolder.Path;
        var sources = Path.GetFullPath(Path.Combine(tests, "..", "..", "src", "Generator"));
        var trees = Directory.GetFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(sources, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(sources, file).StartsWith("bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Switched)
            .Concat(new[] { "Emit/GoldenModels.cs", "Emit/Escaping/FullModels.cs", "Emit/Make.cs", "Emit/Emitted.cs", "Emit/TestFolder.cs", "BadInput/CloudDocument.cs", "../Shared/TestProject.cs" }.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(tests, file)), Parsing)))
            .Concat([CSharpSyntaxTree.ParseText(Switch, Parsing), CSharpSyntaxTree.ParseText(Usings, Parsing)])
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Semel", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Switched", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("switched").LoadFromStream(image);
        _named = assembly.GetType("Semel.Generator.Tests.Emit.Escaping.FullModels")!.GetMethod("Named")!;
        _emit = assembly.GetType("Semel.Generator.Tests.Emit.Emitted")!.GetMethod("From")!;
        var switches = assembly.GetType("Semel.Generator.Emit.Switched")!;
        _off = switches.GetField("Off")!;
        _reached = (ISet<int>)switches.GetField("Reached")!.GetValue(null)!;
    }

    /// <summary>Every use, in the order of the files.</summary>
    public IReadOnlyList<EscapeSite> Sites => _sites;

    /// <summary>The model of that name, of the compiled types.</summary>
    public object Model(string scenario) => _named.Invoke(null, [scenario])!;

    /// <summary>The generated files, and the uses that were asked.</summary>
    /// <param name="model">The model.</param>
    /// <param name="off">The number of the use that escapes nothing; -1: none.</param>
    public (IReadOnlyList<string> Files, IReadOnlyList<int> Reached) Emit(object model, int off)
    {
        _off.SetValue(null, off);
        _reached.Clear();
        var models = Array.CreateInstance(model.GetType(), 1);
        models.SetValue(model, 0);
        var files = (IDictionary)_emit.Invoke(null, [models])!;
        return ([.. files.Values.Cast<string>()], [.. _reached]);
    }

    /// <summary><c>Literals.String(x)</c> becomes <c>Switched.String(7, x)</c>.</summary>
    private SyntaxTree Switched(string file)
    {
        var text = File.ReadAllText(file);
        var uses = CSharpSyntaxTree.ParseText(text, Parsing).GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(use => use.Expression.ToString() == "Literals" && (use.Name.ToString() is "String" or "XmlText" or "Identifier" or "Namespace"))
            .ToList();
        var numbers = uses.ToDictionary(use => use, use => Number(file, text, use));
        foreach (var use in uses.AsEnumerable().Reverse())
        {
            var isCall = use.Parent is InvocationExpressionSyntax;
            var call = $"Switched.{use.Name}({numbers[use]}, ";
            text = isCall
                ? text.Remove(use.SpanStart, use.Span.Length + 1).Insert(use.SpanStart, call)
                : text.Remove(use.SpanStart, use.Span.Length).Insert(use.SpanStart, $"(switchedValue => {call}switchedValue))");
        }

        return CSharpSyntaxTree.ParseText(text, Parsing, file);
    }

    private int Number(string file, string text, MemberAccessExpressionSyntax use)
    {
        var end = text.IndexOf('\n', use.SpanStart);
        var shown = use.Parent is InvocationExpressionSyntax call ? call.ToString() : text[use.SpanStart..Math.Min(end, use.Span.End)];
        var place = $"{Path.GetFileNameWithoutExtension(file)}: {shown}";
        var twins = _sites.Count(site => site.Text.Split(" #")[0] == place);
        _sites.Add(new(_sites.Count, twins == 0 ? place : $"{place} #{twins + 1}"));
        return _sites.Count - 1;
    }
}

/// <summary>A use of <c>Literals</c>.</summary>
/// <param name="Text">Its file and what is written there.</param>
internal sealed record EscapeSite(int Number, string Text);

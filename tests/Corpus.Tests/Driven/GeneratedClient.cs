using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Corpus.Tests.Models;
using Semel.Generator;

namespace Semel.Corpus.Tests.Driven;

/// <summary>The client of a whole document, generated, compiled and loaded.</summary>
internal sealed partial class GeneratedClient : IDisposable
{
    private readonly AssemblyLoadContext _context = new("client", isCollectible: true);
    private readonly Dictionary<string, string> _documentation;
    private readonly Type _type;

    /// <param name="document">The file.</param>
    /// <param name="declared">What the declaration says besides: <c>, LookFirst = false</c>.</param>
    public GeneratedClient(string document, string declared = "")
    {
        var source = $"/// <summary>The user's part.</summary>\n[global::Semel.ExtensionModel({SymbolDisplay.FormatLiteral(Path.GetFileName(document), quote: true)}{declared})] public sealed partial class Client;\n";
        var project = TestProject.Compilation(source);
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], [new FileText(document)], (CSharpParseOptions)project.SyntaxTrees[0].Options);
        driver.RunGeneratorsAndUpdateCompilation(project, out var output, out _);
        Servers = [.. output.SyntaxTrees.SelectMany(tree => ServerCall().Matches(tree.ToString())).Select(call => call.Groups[1].Value).Distinct()];
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = output.Emit(assembly, xmlDocumentationStream: documentation);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)));
        (assembly.Position, documentation.Position) = (0, 0);
        _documentation = XDocument.Load(documentation).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, Call);
        _type = _context.LoadFromStream(assembly).GetType("Client")!;
    }

    /// <summary>Every method that sends an operation, by the operation: <c>GET /v2/account</c>. Of a create's several the one that takes the instance's name comes first.</summary>
    public ILookup<string, GeneratedMethod> Methods() => _type.GetProperties()
        .SelectMany(property => property.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => new GeneratedMethod(property, method)))
        .Select(method => (method, call: CallOf(method.Method)))
        .Where(pair => pair.call.Length > 0)
        .OrderBy(pair => pair.method.Takes("options")).ThenByDescending(pair => pair.method.Takes("instance"))
        .ToLookup(pair => pair.call, pair => pair.method);

    /// <summary>What the generated classes tell the runtime of their resources.</summary>
    public IReadOnlyList<ResourceDescriptor> Descriptors() => [.. _type.GetNestedTypes()
        .SelectMany(resource => resource.GetFields(BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(ResourceDescriptor)).Select(field => (ResourceDescriptor)field.GetValue(null)!)];

    /// <summary>The servers that operations are sent to beside the base address.</summary>
    public IReadOnlyList<string> Servers { get; }

    public object New(HttpClient http, SemelContext semel) => Activator.CreateInstance(_type, http, semel)!;

    public void Dispose() => _context.Unload();

    /// <summary>The documentation of a type's methods is found by name and number of parameters: overloads of a create inherit it.</summary>
    private string CallOf(MethodInfo method)
    {
        var prefix = $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}(";
        var count = method.GetParameters().Length;
        return _documentation.Where(member => member.Key.StartsWith(prefix, StringComparison.Ordinal) && Parameters(member.Key[prefix.Length..]) == count)
            .Select(member => member.Value).FirstOrDefault(call => call.Length > 0) ?? "";
    }

    private static int Parameters(string list)
    {
        var (depth, count) = (0, 1);
        foreach (var character in list)
        {
            if (character is '{' or '[') depth++;
            else if (character is '}' or ']') depth--;
            else if (character == ',' && depth == 0) count++;
        }

        return count;
    }

    private static string Call(XElement member) =>
        member.Elements().Where(part => part.Name.LocalName is "summary" or "remarks").Descendants("c").Select(code => Regex.Replace(code.Value, "\\s+", " ").Trim()).LastOrDefault(code => Operation().IsMatch(code)) ?? "";

    [GeneratedRegex("^ *\\.Server\\(\"([^\"\\\\]+)\"\\)", RegexOptions.Multiline)]
    private static partial Regex ServerCall();

    [GeneratedRegex("^(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) /")]
    private static partial Regex Operation();
}

/// <param name="Property">Of the client: the resource or group that has the method.</param>
internal sealed record GeneratedMethod(PropertyInfo Property, MethodInfo Method)
{
    public bool Takes(string parameter) => Method.GetParameters().Any(other => other.Name == parameter);

    public override string ToString() => $"{Property.Name}.{Method.Name}";
}

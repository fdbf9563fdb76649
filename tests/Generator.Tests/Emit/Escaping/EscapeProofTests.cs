using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Generator.Tests.Emit.Escaping;

/// <summary>
/// Every use of <c>Literals</c> guards something: with one of them off, text of a hostile model becomes code or breaks it, and with all of
/// them on none does. The models are those of the golden files and what these lack; every text in them is hostile, or every name a keyword.
/// </summary>
[Trait("Feature", "L6")]
public sealed class EscapeProofTests
{
    private const string Payload = "\"</c>\n<" + InjectedText.Marker + "/> class " + InjectedText.Marker + "; //";

    private const string ClosedSet = "One of a set of our own, whatever the document says.";
    private const string OfTheProgram = "What the program's own code says, which compiles; no document does.";
    private const string Capitalised = "These names begin in upper case, and no keyword does; their scope has cleaned them.";

    private static readonly string[] Golden = ["Droplets", "NodePools", "Keys", "Nested", "Stub", "StandIn", "Notices", "Volumes", "Shop", "Office", "Harbour", "Buckets", "Databases"];

    /// <summary>Uses that no foreign text reaches in a form that does harm, with the reason. They stay, so that nobody has to know.</summary>
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["DescriptorEmitter: Literals.String(model.Declaration.RecordName)"] = OfTheProgram,
        ["CreateReader: Literals.String(model)"] = OfTheProgram,
        ["CreateReader: Literals.String(scope)"] = OfTheProgram,
        ["DescriptorValues: Literals.String(update.Method)"] = ClosedSet,
        ["DescriptorValues: Literals.Identifier(name)"] = ClosedSet,
        ["EnumEmitter: Literals.Identifier(names[value])"] = Capitalised,
        ["IdReader: Literals.String(path ?? \"id\")"] = OfTheProgram,
        ["IdReader: Literals.String(path ?? \"id\") #2"] = OfTheProgram,
        ["IdReader: Literals.String(path ?? \"id\") #3"] = OfTheProgram,
        ["IdempotentEmitter: Literals.Namespace(model.Namespace)"] = OfTheProgram,
        ["IdempotentEmitter: Literals.String(error)"] = OfTheProgram,
        ["KeyReader: Literals.String(path)"] = OfTheProgram,
        ["KeyReader: Literals.String(string.Join(\"/\", paths))"] = OfTheProgram,
        ["OperationEmitter: Literals.XmlText(operation.Method)"] = ClosedSet,
        ["OptionsReader: Literals.String(header)"] = OfTheProgram,
        ["RequestEmitter: Literals.String(Separator(parameter.Writing.Style))"] = ClosedSet,
        ["RequestEmitter: Literals.String(method)"] = ClosedSet,
        ["TypeNames: Literals.Identifier(names[i])"] = Capitalised,
    };

    [Fact]
    public void EveryUse_GuardsSomething()
    {
        var emitter = new SwitchedEmitter();
        var models = FullModels.Names.Concat(Golden).Select(emitter.Model).SelectMany(model => new[] { Hostile(model), Keywords(model) }).ToList();
        var reached = models.ConvertAll(model => Emit(emitter, model, -1));
        Assert.Empty(reached.SelectMany(all => all.Escapes));
        var unproved = emitter.Sites
            .Where(site => !models.Where((_, index) => reached[index].Reached.Contains(site.Number)).Any(model => Emit(emitter, model, site.Number).Escapes.Count > 0))
            .Select(site => site.Text)
            .ToList();

        Assert.True(unproved.ToHashSet().SetEquals(Harmless.Keys), $"Guard nothing:\n{string.Join('\n', unproved.Except(Harmless.Keys))}\n\nGuard something, or are no more:\n{string.Join('\n', Harmless.Keys.Except(unproved))}");
    }

    private static (IReadOnlyList<string> Escapes, HashSet<int> Reached) Emit(SwitchedEmitter emitter, object model, int off)
    {
        var (files, reached) = emitter.Emit(model, off);
        var escapes = files.SelectMany(file => InjectedText.Escapes(CSharpSyntaxTree.ParseText(file, new(LanguageVersion.CSharp12, DocumentationMode.Diagnose))).Take(1));
        return ([.. escapes.Take(1)], [.. reached]);
    }

    /// <summary>What comes from a closed set, or from the program's own code, stays.</summary>
    private static object Hostile(object model) => new HostileModel((type, property, text) => (type, property) switch
    {
        ("ModelDeclaration", not ("Document" or "Path")) or ("ConstructorModel" or "DeclaredOverrides" or "TypeReference", _) => text,
        ("DiagnosticInfo", "Id") or ("InferredFact", "Name") or ("ResourceFacts", "Guarantee" or "Resource") or ("OperationModel" or "UpdateModel", "Method") => text,
        (not "IdempotencyKeyModel", "Name") or (_, "Identity") => text,
        _ => text + Payload,
    }).Of(model);

    private static object Keywords(object model) => new HostileModel((type, property, text) => (type, property) switch
    {
        ("ParameterModel" or "FileModel" or "SecuritySchemeModel" or "ServerModel" or "PropertyModel", "Name") or ("ServerVariableModel", "JsonName") => "class",
        ("DeclaredOverrides", "Namespace") => "my.class",
        _ => text,
    }).Of(model);
}

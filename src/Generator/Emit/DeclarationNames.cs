using System.Text;
using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Names that follow from a declaration.</summary>
internal static class DeclarationNames
{
    /// <summary>Namespace, containing types with their arity, and name: <c>MyApp.Api-1.Droplets</c>.</summary>
    public static string Full(ModelDeclaration declaration)
    {
        string[] names = [declaration.Namespace.Replace("@", ""), .. declaration.ContainingTypes.Select(Nested), declaration.Name];
        return string.Join(".", names.Where(name => name.Length > 0));
    }

    /// <summary>The full name of what it is nested in.</summary>
    public static string Outer(ModelDeclaration declaration)
    {
        var full = Full(declaration);
        return full.Substring(0, full.Length - declaration.Name.Length - 1);
    }

    /// <summary>The namespace of the document's models: declared, or from the file's name.</summary>
    public static string ModelNamespace(ResourceModel model)
    {
        var declared = model.Declaration.Overrides.Namespace;
        if (!string.IsNullOrWhiteSpace(declared)) return Literals.Namespace(declared!.Trim());
        var name = new StringBuilder();
        var atStart = true;
        foreach (var c in WithoutExtension(model.DocumentName))
        {
            if (char.IsLetterOrDigit(c)) name.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = !char.IsLetterOrDigit(c);
        }

        return Literals.Identifier(name.Append("Models").ToString());
    }

    public static string ExtensionsClass(ModelDeclaration declaration) => declaration.Name + "ServiceCollectionExtensions";

    /// <summary>Names that the declaration takes in a namespace.</summary>
    public static IEnumerable<string> Occupied(ModelDeclaration declaration, string inNamespace)
    {
        if (declaration.Namespace != inNamespace) return [];
        return declaration.ContainingTypes.Count > 0
            ? [SimpleName(declaration.ContainingTypes[0])]
            : [declaration.Name, ExtensionsClass(declaration)];
    }

    private static string Nested(string header)
    {
        var parameters = header.IndexOf('<');
        return parameters < 0 ? SimpleName(header) : $"{SimpleName(header)}-{header.Substring(parameters).Split(',').Length}";
    }

    private static string SimpleName(string header) => header.Split('<')[0].TrimEnd().Split(' ').Last().TrimStart('@');

    private static string WithoutExtension(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot > 0 ? fileName.Substring(0, dot) : fileName;
    }
}

using Semel.Generator.Binding.Dialects;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Reads the parameters of an operation, those of its path item included.</summary>
internal sealed class ParameterReader(References references, IDialect dialect)
{
    /// <summary>OpenAPI: parameters of these names are ignored, since they are said elsewhere.</summary>
    private static readonly string[] SaidElsewhere = ["accept", "content-type", "authorization"];

    /// <summary>Path parameters in the order of the template, then query, header and cookie parameters.</summary>
    public IReadOnlyList<SpecParameter> Read(string path, Located item, Located operation)
    {
        var declared = new List<SpecParameter>();
        foreach (var place in item.Elements("parameters").Concat(operation.Elements("parameters")))
        {
            if (Read(place) is not { } parameter) continue;
            declared.RemoveAll(other => other.Name == parameter.Name && other.Place == parameter.Place);
            declared.Add(parameter);
        }

        var inPath = Placeholders(path).Select(name =>
            declared.Find(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == name)
            ?? new SpecParameter(name, ParameterPlace.Path, Required: true, Deprecated: false, null, null));
        return [.. inPath, .. Of(declared, ParameterPlace.Query), .. Of(declared, ParameterPlace.Header), .. Of(declared, null)];
    }

    private static IEnumerable<SpecParameter> Of(List<SpecParameter> declared, ParameterPlace? place) =>
        declared.Where(parameter => parameter.Place == place);

    private SpecParameter? Read(Located reference)
    {
        if (references.Resolve(reference) is not { } place) return null;
        if (place.Node.Get("name").AsScalar() is not { } name) return null;
        var from = place.Node.Get("in").AsString();
        if (from is not ("path" or "query" or "header" or "cookie")) return null;
        if (from == "header" && SaidElsewhere.Contains(name.ToLowerInvariant())) return null;
        return new SpecParameter(
            name,
            from switch { "path" => ParameterPlace.Path, "query" => ParameterPlace.Query, "header" => ParameterPlace.Header, _ => null },
            from == "path" || place.Node.Get("required").IsTrue(),
            place.Node.Get("deprecated").IsTrue(),
            place.Node.Get("description").AsString(),
            dialect.Schema(place))
        { Node = place.Node, Separator = dialect.Separator(place) };
    }

    private static IEnumerable<string> Placeholders(string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            if (close < 0) yield break;
            var name = path.Substring(open + 1, close - open - 1);
            if (name.Length > 0 && seen.Add(name)) yield return name;
        }
    }
}

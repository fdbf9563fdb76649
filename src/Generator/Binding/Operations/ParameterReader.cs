using Semel.Generator.Binding.Dialects;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Reads the parameters of an operation, those of its path item included.</summary>
internal sealed class ParameterReader(References references, IDialect dialect)
{
    /// <summary>OpenAPI: parameters of these names are ignored, since they are said elsewhere.</summary>
    private static readonly string[] SaidElsewhere = ["accept", "content-type", "authorization"];

    /// <summary>Path parameters in the order of the template, then query, header and cookie parameters. One that only the template names is a text.</summary>
    public IReadOnlyList<SpecParameter> Read(string path, Located item, Located operation)
    {
        var declared = new List<SpecParameter>();
        foreach (var place in references.Elements(item, "parameters").Concat(references.Elements(operation, "parameters")))
        {
            if (Read(place) is not { } parameter) continue;
            declared.RemoveAll(other => other.Name == parameter.Name && other.Place == parameter.Place);
            declared.Add(parameter);
        }

        List<SpecParameter> inPath = [.. Placeholders(path).Select(name => InPath(name, declared))];
        // a template may have a query, and what stands there is not said a second time
        declared.RemoveAll(parameter => parameter.Place == ParameterPlace.Query && inPath.Exists(other => other.Name == parameter.Name && other.Node == parameter.Node));
        return [.. inPath, .. Of(declared, ParameterPlace.Query), .. Of(declared, ParameterPlace.Header), .. Of(declared, ParameterPlace.Cookie)];
    }

    private static SpecParameter InPath(string name, List<SpecParameter> declared)
    {
        var found = declared.Find(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == name)
            ?? declared.Find(parameter => parameter.Place == ParameterPlace.Query && parameter.Name == name);
        if (found is null) return new SpecParameter(name, ParameterPlace.Path, Required: true, Deprecated: false, null, null);
        return found.Place == ParameterPlace.Path ? found : found with { Place = ParameterPlace.Path, Required = true, Writing = ParameterWriting.Usual(ParameterPlace.Path) };
    }

    private static IEnumerable<SpecParameter> Of(List<SpecParameter> declared, ParameterPlace place) =>
        declared.Where(parameter => parameter.Place == place);

    private SpecParameter? Read(Located reference)
    {
        if (references.Resolve(reference) is not { } parameter) return null;
        if (parameter.Node.Get("name").AsScalar() is not { } name || PlaceOf(parameter.Node.Get("in").AsString()) is not { } place) return null;
        if (place == ParameterPlace.Header && SaidElsewhere.Contains(name.ToLowerInvariant())) return null;
        var schema = dialect.Schema(parameter);
        return new SpecParameter(
            name, place,
            place == ParameterPlace.Path || parameter.Node.Get("required").IsTrue(),
            parameter.Node.Get("deprecated").IsTrue(),
            parameter.Node.Get("description").AsString(),
            schema)
        {
            Node = parameter.Node,
            Writing = dialect.Writing(parameter, place),
            Default = schema is null ? null : references.Resolve(schema)?.Node.Get("default").AsScalar(),
        };
    }

    private static ParameterPlace? PlaceOf(string? from) => from switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        "cookie" => ParameterPlace.Cookie,
        _ => null,
    };

    /// <summary>Those of the path and its query. A fragment is not sent.</summary>
    private static IEnumerable<string> Placeholders(string template)
    {
        var path = template.Split('#')[0];
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

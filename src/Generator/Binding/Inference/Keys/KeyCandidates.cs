using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>What a create takes in headers, query and body, but for what is deprecated or set by the server.</summary>
internal static class KeyCandidates
{
    public static IEnumerable<KeyCandidate> Of(BindingContext context, SpecOperation create, Schema request)
    {
        foreach (var parameter in create.Parameters)
        {
            if (parameter.Deprecated || parameter.Place is not (ParameterPlace.Header or ParameterPlace.Query)) continue;
            yield return Of(context, parameter, parameter.Place == ParameterPlace.Header ? KeyPlace.Header : KeyPlace.Query);
        }

        foreach (var property in request.Properties)
        {
            var schema = context.Reader.Read(request, property);
            if (!schema.Deprecated && !schema.ReadOnly) yield return Of(context, property, schema);
        }
    }

    private static KeyCandidate Of(BindingContext context, SpecParameter parameter, KeyPlace place)
    {
        var schema = parameter.Schema is { } at ? context.Reader.Read(at) : null;
        SpecNode?[] nodes = [parameter.Node, parameter.Schema is null ? null : context.Reader.Resolve(parameter.Schema)?.Node];
        return new(place, parameter.Name, schema, [.. nodes.OfType<SpecNode>().Distinct()], parameter.Description + "\n" + schema?.Prose);
    }

    private static KeyCandidate Of(BindingContext context, SchemaProperty property, Schema schema) => new(
        KeyPlace.Body, property.Name, schema,
        [.. property.Variants.SelectMany(at => new[] { at.Node, context.Reader.Resolve(at)?.Node }).OfType<SpecNode>().Distinct()], schema.Prose);
}

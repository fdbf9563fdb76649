using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Dialects;

/// <summary>The <c>collectionFormat</c> of OpenAPI 2.0: how a list becomes one text. Where it isn't said, commas stand between the values.</summary>
internal static class CollectionFormat
{
    /// <summary>Null where it is as usual at the parameter's place: a query repeats the parameter, a path and a header have commas.</summary>
    public static char? Separator(SpecNode parameter) => parameter.Get("type").AsString() != "array" ? null : parameter.Get("collectionFormat").AsString() switch
    {
        "multi" => null,
        "ssv" => ' ',
        "tsv" => '\t',
        "pipes" => '|',
        _ => parameter.Get("in").AsString() == "query" ? ',' : null,
    };
}

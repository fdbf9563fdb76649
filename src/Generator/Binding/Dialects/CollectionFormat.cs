using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>The <c>collectionFormat</c> of OpenAPI 2.0: how a list becomes one text. Where it isn't said, commas stand between the values.</summary>
internal static class CollectionFormat
{
    public static ParameterWriting Writing(SpecNode parameter, ParameterPlace place)
    {
        var usual = ParameterWriting.Usual(place);
        return parameter.Get("type").AsString() != "array" ? usual : parameter.Get("collectionFormat").AsString() switch
        {
            "multi" => usual,
            "ssv" => new(WritingStyle.SpaceDelimited, false),
            "tsv" => new(WritingStyle.TabDelimited, false),
            "pipes" => new(WritingStyle.PipeDelimited, false),
            _ => usual with { Explode = false },
        };
    }
}

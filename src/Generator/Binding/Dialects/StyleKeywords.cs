using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Dialects;

/// <summary>The <c>style</c>, <c>explode</c> and <c>allowReserved</c> of OpenAPI 3. A style that isn't one of the place is as if it weren't said.</summary>
internal static class StyleKeywords
{
    public static ParameterWriting Writing(SpecNode parameter, ParameterPlace place)
    {
        var usual = ParameterWriting.Usual(place);
        var style = Style(parameter.Get("style").AsString(), place) ?? usual.Style;
        var explode = parameter.Get("explode") is { } said ? said.IsTrue() : style == WritingStyle.Form;
        return new(style, explode, parameter.Get("allowReserved").IsTrue());
    }

    private static WritingStyle? Style(string? name, ParameterPlace place) => (name, place) switch
    {
        ("simple", ParameterPlace.Path or ParameterPlace.Header) => WritingStyle.Simple,
        ("label", ParameterPlace.Path) => WritingStyle.Label,
        ("matrix", ParameterPlace.Path) => WritingStyle.Matrix,
        ("form" or "cookie", ParameterPlace.Query or ParameterPlace.Cookie) => WritingStyle.Form,
        ("spaceDelimited", ParameterPlace.Query) => WritingStyle.SpaceDelimited,
        ("pipeDelimited", ParameterPlace.Query) => WritingStyle.PipeDelimited,
        ("deepObject", ParameterPlace.Query) => WritingStyle.DeepObject,
        _ => null,
    };
}

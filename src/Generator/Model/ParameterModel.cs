namespace Semel.Generator.Model;

internal enum ParameterPlace { Path, Query, Header, Cookie }

/// <param name="JsonName">As in the document.</param>
/// <param name="Name">The wanted C# name, a valid camel-case identifier without <c>@</c>.</param>
internal sealed record ParameterModel(
    string JsonName, string Name, ParameterPlace Place, TypeReference Type, bool Required, bool Deprecated, string? Documentation)
{
    /// <summary>The only text that the API takes: sent where nothing else is said; null where there are several. Only of texts and enums that are required.</summary>
    public string? Constant { get; init; }

    public ParameterWriting Writing { get; init; } = ParameterWriting.Usual(Place);
}

/// <summary>The styles of OpenAPI, as the runtime calls them.</summary>
internal enum WritingStyle { Simple, Label, Matrix, Form, SpaceDelimited, PipeDelimited, TabDelimited, DeepObject, Json }

/// <summary>How a value becomes the text of a parameter.</summary>
/// <param name="Explode">Whether each item of a list, and each property of an object, is a parameter of its own, as far as the style can.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are.</param>
internal sealed record ParameterWriting(WritingStyle Style, bool Explode, bool AllowReserved = false)
{
    /// <summary>How it is at its place where the document doesn't say.</summary>
    public static ParameterWriting Usual(ParameterPlace place) =>
        place is ParameterPlace.Path or ParameterPlace.Header ? new(WritingStyle.Simple, false) : new(WritingStyle.Form, true);
}

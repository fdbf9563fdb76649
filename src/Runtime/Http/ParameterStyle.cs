namespace Semel;

/// <summary>How a list or an object becomes the text of a parameter: the styles of OpenAPI, and two that it says in other words.</summary>
public enum ParameterStyle
{
    /// <summary>Values with commas between them: <c>blue,black</c>. In paths and headers.</summary>
    Simple,

    /// <summary>Values with a dot in front: <c>.blue,black</c>. In paths.</summary>
    Label,

    /// <summary>Named values with a semicolon in front: <c>;color=blue,black</c>. In paths.</summary>
    Matrix,

    /// <summary>Named values: <c>color=blue,black</c>. In queries, cookies and forms.</summary>
    Form,

    /// <summary>Named values with spaces between them: <c>color=blue%20black</c>. In queries and forms.</summary>
    SpaceDelimited,

    /// <summary>Named values with bars between them: <c>color=blue%7Cblack</c>. In queries and forms.</summary>
    PipeDelimited,

    /// <summary>Named values with tabs between them: <c>color=blue%09black</c>; <c>tsv</c> of OpenAPI 2.0.</summary>
    TabDelimited,

    /// <summary>A name for each property: <c>color%5BR%5D=100</c>, nested as deep as the value is. In queries and forms.</summary>
    DeepObject,

    /// <summary>JSON text; a parameter that OpenAPI describes by its <c>content</c>.</summary>
    Json,
}

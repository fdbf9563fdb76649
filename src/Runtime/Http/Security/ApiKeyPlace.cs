namespace Semel;

/// <summary>Where an API takes its key.</summary>
public enum ApiKeyPlace
{
    /// <summary>A header.</summary>
    Header,

    /// <summary>A query parameter.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}

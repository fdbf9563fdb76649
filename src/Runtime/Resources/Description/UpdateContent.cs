namespace Semel;

/// <summary>How the body of an update is written.</summary>
public enum UpdateContent
{
    /// <summary><c>application/json</c></summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c></summary>
    Form,

    /// <summary><c>multipart/form-data</c></summary>
    Multipart,
}

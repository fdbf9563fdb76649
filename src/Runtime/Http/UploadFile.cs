namespace Semel;

/// <summary>A file that is sent with a form. Its content is read once, while it is sent, and not disposed.</summary>
/// <param name="content">What is sent, from its present position on.</param>
/// <param name="fileName">The name that the API is told; without folders.</param>
/// <param name="contentType">Its media type; null: <c>application/octet-stream</c>, or what the document says.</param>
public sealed class UploadFile(Stream content, string fileName, string? contentType = null)
{
    /// <summary>What is sent.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>The name that the API is told.</summary>
    public string FileName { get; } = fileName ?? throw new ArgumentNullException(nameof(fileName));

    /// <summary>Its media type, or null.</summary>
    public string? ContentType { get; } = contentType;
}

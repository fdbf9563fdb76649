namespace Semel.Generator.Model;

/// <summary>The update that brings a resource to what is wanted.</summary>
/// <param name="Method">Upper case: <c>PATCH</c>.</param>
/// <param name="Path">The template, with the id's parameter.</param>
/// <param name="Properties">Of a PUT all properties of its body, of a PATCH those that the create's body has too; as in the document.</param>
/// <param name="Content">How its body is written: as JSON or as a form.</param>
internal sealed record UpdateModel(string Method, string Path, EquatableArray<string> Properties, ContentKind Content = ContentKind.Json);

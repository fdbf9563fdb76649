namespace Semel.Runtime.Tests.Operations;

/// <summary>Written by the generator from <c>answers.yaml</c>, whose text alone isn't said to be an id.</summary>
[ExtensionModel("answers.yaml", "/notes", Id = "$")]
public sealed partial class Notes;

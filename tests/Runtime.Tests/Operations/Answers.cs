namespace Semel.Runtime.Tests.Operations;

/// <summary>Written by the generator from <c>answers.yaml</c>.</summary>
[ExtensionModel("answers.yaml")]
public sealed partial class Answers;

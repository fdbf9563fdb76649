namespace Semel.Runtime.Tests.Operations;

/// <summary>Written by the generator from <c>harbour.yaml</c>.</summary>
[ExtensionModel("harbour.yaml")]
public sealed partial class Harbour;

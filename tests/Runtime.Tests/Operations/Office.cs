namespace Semel.Runtime.Tests.Operations;

/// <summary>Written by the generator from <c>office.yaml</c>.</summary>
[ExtensionModel("office.yaml")]
public sealed partial class Office;

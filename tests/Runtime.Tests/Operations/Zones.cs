namespace Semel.Runtime.Tests.Operations;

/// <summary>Written by the generator from <c>zones.yaml</c>.</summary>
[ExtensionModel("zones.yaml", OnDrift = OnDrift.Update)]
public sealed partial class Zones;

namespace Semel.Runtime.Tests.Declared.First
{
    /// <summary>Of the first document.</summary>
    [ExtensionModel("items-1.yaml", "/things", Guarantee = Guarantee.AtMostOnce, OnDrift = OnDrift.Update)]
    public sealed partial class Items;
}

namespace Semel.Runtime.Tests.Declared.Second
{
    /// <summary>Of the second one, where <c>size</c> is called <c>plan</c>, <c>port</c> is a number, <c>note</c> is gone and <c>zone</c> is new. Its records are the same.</summary>
    [ExtensionModel("items-2.yaml", "/things", Guarantee = Guarantee.AtMostOnce, OnDrift = OnDrift.Update)]
    public sealed partial class Items;
}

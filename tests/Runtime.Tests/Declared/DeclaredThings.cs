namespace Semel.Runtime.Tests.Declared;

/// <summary>Written by the generator from <c>things.yaml</c>: nothing is declared.</summary>
[ExtensionModel("things.yaml", "/things", Marker = "", LookFirst = false, Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Reported;

/// <summary>Everything that can be declared of drift and secrets.</summary>
[ExtensionModel("things.yaml", "/things", Marker = "", LookFirst = false, Guarantee = Guarantee.AtMostOnce, Verify = Verify.WithGet,
    OnDrift = OnDrift.Update, IgnoreChanges = ["note"], OwnedSets = ["tags"], Secrets = ["script"])]
public sealed partial class Updated;

/// <summary>A new one first.</summary>
[ExtensionModel("things.yaml", "/things", Marker = "", LookFirst = false, Guarantee = Guarantee.AtMostOnce, OnDrift = OnDrift.Replace, ReplaceOrder = ReplaceOrder.CreateFirst)]
public sealed partial class Replaced;

/// <summary>No difference is borne.</summary>
[ExtensionModel("things.yaml", "/things", Marker = "", LookFirst = false, Guarantee = Guarantee.AtMostOnce, Verify = Verify.WithGet, OnDrift = OnDrift.Fail)]
public sealed partial class Failing;

/// <summary>Secrets are written in every run.</summary>
[ExtensionModel("things.yaml", "/things", Marker = "", LookFirst = false, Guarantee = Guarantee.AtMostOnce, OnDrift = OnDrift.Update, SecretWrites = SecretWrites.AlwaysWrite)]
public sealed partial class Rewritten;

namespace Semel;

/// <summary>The instance of a resource under a parent: the parent's path arguments belong to it, so that two parents never share a record.</summary>
internal static class InstanceName
{
    public static string Of(string instance, IReadOnlyList<PathArgument> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        return Prefix(arguments) + instance;
    }

    /// <summary>What the names of a parent's instances begin with; empty where there is no parent.</summary>
    public static string Prefix(IReadOnlyList<PathArgument> arguments) =>
        string.Concat(arguments.Select(argument => Uri.EscapeDataString(argument.Value) + "/"));
}

namespace Semel;

/// <summary>What a record is kept under: the scope, the model and the instance.</summary>
public sealed record ResourceKey
{
    /// <summary>Makes a key of three names that are not blank.</summary>
    public ResourceKey(string scope, string model, string instance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        (Scope, Model, Instance) = (scope, model, instance);
    }

    /// <summary>The explicit label a name is unique in: <c>prod</c>.</summary>
    public string Scope { get; }

    /// <summary>The model's name: <c>Droplets</c>.</summary>
    public string Model { get; }

    /// <summary>The logical name a program gives one resource of the model: <c>web-1</c>.</summary>
    public string Instance { get; }

    /// <summary>For people: <c>prod/Droplets/web-1</c>. Two keys may read the same; records are never named by it.</summary>
    public override string ToString() => $"{Scope}/{Model}/{Instance}";
}

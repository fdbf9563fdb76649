using System.Buffers;
using System.Text;

namespace Semel;

/// <summary>What a record is kept under: the scope, the model and the instance.</summary>
public sealed record ResourceKey
{
    /// <summary>Makes a key of three names that are not blank.</summary>
    /// <exception cref="ArgumentException">A name is blank, or holds half of a surrogate pair: no record could keep it exactly.</exception>
    public ResourceKey(string scope, string model, string instance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        ThrowIfMalformed(scope, nameof(scope));
        ThrowIfMalformed(model, nameof(model));
        ThrowIfMalformed(instance, nameof(instance));
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

    private static void ThrowIfMalformed(string name, string parameter)
    {
        for (ReadOnlySpan<char> rest = name; rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != OperationStatus.Done)
                throw new ArgumentException("The name holds half of a surrogate pair; give well-formed Unicode.", parameter);
            rest = rest[consumed..];
        }
    }
}

using Semel.Testing.Definitions;
using Semel.Testing.Storage;

namespace Semel.Testing;

/// <summary>How the server treats idempotency keys: rules by kind. Volumes have <see cref="KeyRules.Header"/>, the others none.</summary>
public sealed class IdempotencyKeys
{
    private readonly CloudState _cloud;

    internal IdempotencyKeys(CloudState cloud) => _cloud = cloud;

    /// <summary>The rules of a kind; null: keys mean nothing there. What is known of earlier keys stays.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/> that is made by POST: not <see cref="CloudKind.Buckets"/>.</param>
    public KeyRules? this[string kind]
    {
        get
        {
            string plural = Creatable(kind);
            lock (_cloud.Gate) return _cloud.Keys.Rules(plural);
        }

        set
        {
            string plural = Creatable(kind);
            value?.Validate();
            lock (_cloud.Gate) _cloud.Keys.SetRules(plural, value);
        }
    }

    /// <summary>Gives every kind that is made by POST the same rules.</summary>
    public void SetAll(KeyRules? rules)
    {
        foreach (ResourceDefinition definition in Catalogue.All.Where(definition => !definition.PutCreates)) this[definition.Plural] = rules;
    }

    private static string Creatable(string kind) => Catalogue.Get(kind) is { PutCreates: false } definition
        ? definition.Plural
        : throw new ArgumentException($"The {kind} are made by PUT and need no key.", nameof(kind));
}

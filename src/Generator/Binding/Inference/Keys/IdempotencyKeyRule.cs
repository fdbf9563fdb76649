using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>Where a create takes an idempotency key, and what the document says of it: a header first, then the query, then the body.</summary>
internal sealed class IdempotencyKeyRule(BindingContext context, SpecOperation create, Schema request)
{
    /// <summary>A shorter key could collide with another one.</summary>
    private const int ShortestKey = 20;

    private const int UuidLength = 36;

    private readonly List<KeyCandidate> _candidates = [.. KeyCandidates.Of(context, create, request)];

    public IdempotencyKeyModel? Find() => _candidates
        .Where(candidate => KeyNameRule.IsKey(candidate, FirstSent is not null))
        .OrderBy(candidate => candidate.Place)
        .Select(Of).FirstOrDefault(key => key is not null);

    /// <summary>The key at a declared place; as the document describes it, where it does.</summary>
    public IdempotencyKeyModel? At(KeyPlace place, string name)
    {
        var described = _candidates.Find(candidate => candidate.Place == place && string.Equals(candidate.Name, name, place == KeyPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
        var schema = place == KeyPlace.Body ? context.Properties.Find(request, name) : null;
        return Of(described ?? new KeyCandidate(place, name, schema, [], schema?.Prose ?? ""));
    }

    private string? FirstSent => _candidates.Find(candidate => candidate.Place == KeyPlace.Header && Words.Flat(candidate.Name) == KeyNameRule.FirstSent)?.Name;

    private IdempotencyKeyModel? Of(KeyCandidate candidate)
    {
        var pattern = KeyPattern.Of(candidate.Values("pattern").FirstOrDefault().AsString());
        var maximum = KeyLengthRule.Maximum(candidate, pattern.MaximumLength);
        if (!pattern.IsUsable || maximum < ShortestKey) return null;
        var shape = KeyShapeRule.Of(candidate);
        var window = new KeyWindowRule(context).Find(candidate, create) ?? IdempotencyKeyModel.UsualWindow;
        var firstSent = Words.Flat(candidate.Name) == KeyNameRule.Repeatable ? FirstSent : null;
        return new IdempotencyKeyModel(candidate.Place, candidate.Name, shape == KeyShape.Uuid4 && (maximum < UuidLength || !pattern.AllowsDash) ? KeyShape.Text : shape)
        {
            Window = window == TimeSpan.MaxValue ? null : window,
            // who tracks repeats by the time of the first one answers a late one with 412 (OASIS Repeatable Requests 1.0, section 3.2)
            RejectsLate = firstSent is not null && context.References.Get(create.Place, "responses")?.Get("412") is not null,
            FirstSentHeader = firstSent,
            ReplayedHeader = KeyReplyRule.ReplayedHeader(create, context.References),
            MaximumLength = maximum ?? IdempotencyKeyModel.UsualLength,
            LettersAndDigitsOnly = !pattern.AllowsDash,
        };
    }
}

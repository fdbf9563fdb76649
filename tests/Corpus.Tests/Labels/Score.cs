using System.Globalization;

namespace Semel.Corpus.Tests.Labels;

/// <summary>How many of a kind are right: <c>12/13</c>.</summary>
internal readonly record struct Share(int Right, int All)
{
    public double Rate => All == 0 ? 1 : (double)Right / All;

    public static Share operator +(Share a, Share b) => new(a.Right + b.Right, a.All + b.All);

    public Share And(bool right) => new(Right + (right ? 1 : 0), All + 1);

    public override string ToString() => $"{Rate.ToString("0.000", CultureInfo.InvariantCulture)} {Right}/{All}";
}

/// <summary>
/// A document's resources against its labels. A resource is found where create, read and id parameter agree; the other facts are
/// scored on those that are found, for what isn't found lowers the recall already.
/// </summary>
internal sealed record Score(
    string Provider, Share Precision, Share Recall, Share Id, Share ListItems, Share MatchField, Share Update, Share Delete, Share IdempotencyHeader, Share NotCreates)
{
    public IReadOnlyList<string> Differences { get; init; } = [];

    public static Score Of(LabelledDocument labels, IReadOnlyList<Label> inferred)
    {
        var byCreate = inferred.GroupBy(one => one.Create, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var score = new Score(labels.Provider, default, default, default, default, default, default, default, default, default);
        var differences = new List<string>();
        foreach (var label in labels.Resources.Where(label => label.Counts)) score = score.With(label, byCreate.GetValueOrDefault(label.Create), differences);
        score = score with { NotCreates = new(labels.NotCreates.Count(operation => !byCreate.ContainsKey(operation)), labels.NotCreates.Count) };
        foreach (var wrong in inferred.Where(one => labels.NotCreates.Contains(one.Create) || IsUnlisted(labels, one.Create)))
        {
            score = score with { Precision = score.Precision.And(false) };
            differences.Add($"taken: {wrong.Create}");
        }

        return score with { Differences = differences };
    }

    private static bool IsUnlisted(LabelledDocument labels, string create) =>
        labels.Exhaustive && !labels.NotCreates.Contains(create) && !labels.Ambiguous.Contains(create) && labels.Resources.All(label => label.Create != create);

    private Score With(Label label, Label? found, List<string> differences)
    {
        var isFound = found is not null && found.Read == label.Read && found.IdParameter == label.IdParameter;
        var score = this with { Recall = Recall.And(isFound), Precision = found is null ? Precision : Precision.And(isFound) };
        if (!isFound) differences.Add(found is null ? $"missed: {label.Create}" : $"otherwise: {label.Create}: {found.Read} by {found.IdParameter}, labelled {label.Read} by {label.IdParameter}");
        return isFound ? score.WithFacts(label, found!, differences) : score;
    }

    private Score WithFacts(Label label, Label found, List<string> differences)
    {
        return this with
        {
            // the parameters say it, of an id of several parts
            Id = label.IsOfSeveral ? Id : Id.And(Same("id", label.Id, found.Id)),
            // what no schema shows has no label
            ListItems = label.ListItems is null ? ListItems : ListItems.And(Same("list items", label.ListItems, found.ListItems)),
            MatchField = MatchField.And(Same("match field", label.NaturalKey, NaturalKeyOf(label, found))),
            Update = Update.And(Same("update", label.Update, found.Update)),
            Delete = Delete.And(Same("delete", label.Delete, found.Delete)),
            IdempotencyHeader = IdempotencyHeader.And(Same("idempotency header", label.IdempotencyHeader, found.IdempotencyHeader)),
        };

        bool Same(string fact, string? labelled, string? inferred)
        {
            if (labelled == inferred) return true;
            differences.Add($"{fact} of {label.Create}: {inferred ?? "none"}, labelled {labelled ?? "none"}");
            return false;
        }
    }

    /// <summary>Where the id is of several parts, a label names the one by which people tell them apart within the others.</summary>
    private static string? NaturalKeyOf(Label label, Label found) =>
        label is { IsOfSeveral: true, NaturalKey: { } part } && found.NaturalKey?.Split('+').Contains(part) == true ? part : found.NaturalKey;

    public static Score Total(IEnumerable<Score> scores) => scores.Aggregate((a, b) => new(
        "all", a.Precision + b.Precision, a.Recall + b.Recall, a.Id + b.Id, a.ListItems + b.ListItems, a.MatchField + b.MatchField,
        a.Update + b.Update, a.Delete + b.Delete, a.IdempotencyHeader + b.IdempotencyHeader, a.NotCreates + b.NotCreates));

    public const string Header = "| document | precision | recall | id | list items | match field | update | delete | idempotency header | not a create |\n|---|---|---|---|---|---|---|---|---|---|";

    public string Row => $"| {Provider} | {Precision} | {Recall} | {Id} | {ListItems} | {MatchField} | {Update} | {Delete} | {IdempotencyHeader} | {NotCreates} |";
}

using Semel.Generator.Binding.Inference;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>What was inferred about a resource, or declared, in sentences of XML.</summary>
internal static class FactsDocumentation
{
    public static IReadOnlyList<string> Paragraphs(ClassBody body)
    {
        var reason = Documentation.Paragraphs(body.Facts.GuaranteeReason);
        return [$"Guarantee: {Code(body.Facts.Guarantee)}. {string.Join(" ", reason)}".TrimEnd(), string.Join(" ", Sentences(body))];
    }

    private static IEnumerable<string> Sentences(ClassBody body)
    {
        var facts = body.Facts;
        yield return Instance(body);
        yield return !facts.ReadShowsId ? $"Id: {Code(facts.Id)}, which the path says and no reply shows."
            : facts.IdInReply == BareIdRule.Reply ? $"Id: {Code(facts.Id)}, which is all that the create's reply is."
            : facts.IdInRequest is not null ? $"Id: {Code(facts.Id)}, which the request says."
            : facts.ReplyIsList ? $"Id: {Code(facts.Id)}, of the one resource in the list that the create answers with."
            : facts.IdInReply is { } created ? $"Id: {Code(facts.Id)}, {Code(created)} in the create's reply."
            : facts.IdIsDescribed || facts.IsChosen ? $"Id: {Code(facts.Id)}."
            : $"Id: {Code(facts.Id)}, which the document doesn't show in the create's reply.";
        foreach (var kind in new[] { OperationKind.Read, OperationKind.List, OperationKind.Update, OperationKind.Delete })
        {
            if (body.Find(kind) is { } operation) yield return $"{kind}: {Code(operation.Method + " " + operation.Path)}.";
        }

        if (facts.IdempotencyKey is { } key) yield return $"Idempotency key: {Place(key.Place)} {Code(key.Name)}.";
        if (facts.Marker is { } marker) yield return $"Marker: {Code(marker.Property)}.";
        if (facts.Operation is { } followed) yield return $"A create that is answered with 202 is followed {(followed.Path is { } path ? "at " + Code(path) : "by " + Code(followed.Header!))}.";
        foreach (var sentence in States(facts)) yield return sentence;
        if (facts.Gone is { } gone) yield return $"Gone: where {Code(gone.Property)} is {string.Join(" or ", gone.Values.Select(Code))}.";
        var errors = ErrorModels.Types(body).Select(type => $"<see cref=\"{type}\"/>").ToList();
        if (errors.Count > 0) yield return $"Errors: {string.Join(", ", errors)}.";
        if (facts.Secrets.Count > 0) yield return $"Never recorded: {string.Join(", ", facts.Secrets.Select(Code))}.";
    }

    private static string Instance(ClassBody body)
    {
        var facts = body.Facts;
        if (body.Key?.Parameter is { } inQuery) return $"Instance: the query's {Code(inQuery.JsonName)}.";
        if (facts.NaturalKey is { } key) return $"Instance: the request's {Code(key)}.";
        return facts.IsChosen ? $"Instance: the path's {Code(facts.IdParameter!)}." : "Instance: named by every create.";
    }

    private static IEnumerable<string> States(ResourceFacts facts)
    {
        if (facts.States is { } states) yield return $"States: {Code(states.Property)} is {Either(states.Values)}.";
        if (facts.Ready is not { } ready) yield break;
        yield return $"A create waits until {Code(ready.Property)} is {Either(ready.Ready)}"
            + (ready.Failed.Count == 0 ? "." : $"; {Either(ready.Failed)} means that it failed.");
    }

    private static string Place(KeyPlace place) => place switch
    {
        KeyPlace.Header => "the header",
        KeyPlace.Query => "the query parameter",
        KeyPlace.Body => "the request's",
    };

    private static string Either(EquatableArray<string> values)
    {
        var all = values.Select(Code).ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.Take(all.Count - 1))} or {all[all.Count - 1]}";
    }

    private static string Code(string text) => $"<c>{Literals.XmlText(text)}</c>";
}

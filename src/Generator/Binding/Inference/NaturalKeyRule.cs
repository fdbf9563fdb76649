using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The natural key is the text of the request by which people tell instances apart: what addresses the resource where the client
/// chooses it (an id only where the request has to say it, by its schema or by a description that begins with <c>Required.</c>), else an id of the client's own, else what a person has to log in with, else <c>name</c>, in the body or in the query, else a name of another spelling. A reference of the client's own, and then a display name, is taken only where nothing else is there; a login that a password is for, only of somebody;
/// a name that has one value only, or is another resource's, whose id may stand instead of it (<c>username</c> beside <c>user_id</c>), never.
/// </summary>
internal sealed class NaturalKeyRule(PropertyPaths paths, ResourceName resource)
{
    private static readonly string[] Usual = ["label", "slug", "title", "domain", "hostname", "username", "email", "key", "login", "subject", "summary", "identifier"];

    /// <summary>What a client calls a thing by in its own books.</summary>
    private static readonly string[] References = ["externalref", "externalreference", "externalid", "clientref", "clientreference"];

    /// <summary>In front of a quoted value.</summary>
    private static readonly string[] OneValue = ["must be passed as", "only accepts the value"];

    private static readonly string[] Logins = ["username", "login", "email", "emailaddress"];
    private static readonly string[] People = ["user", "member", "membership", "person"];
    private static readonly string[] Accounts = [.. People, "account", "login", "admin", "administrator", "customer", "credential"];
    private static readonly string[] Holders = ["metadata", "spec", "properties", "attributes"];

    /// <param name="request">The create's request.</param>
    /// <param name="id">The resource's id in the create's reply, or null.</param>
    /// <param name="isResource">Whether the request is described by the resource's own schema, which requires what the server sets.</param>
    /// <param name="parameters">The query parameters that take a text.</param>
    public string? Find(Schema request, string? id, bool isResource, IReadOnlyList<string> parameters)
    {
        var inQuery = parameters.FirstOrDefault(parameter => Words.Same(parameter, "name"));
        if (inQuery is not null && !paths.Properties(request).Any(property => Words.Same(property.Name, "name") && property.Schema.Kind == SchemaKind.String)) return "?" + inQuery;
        if (RecordKeyRule.Find(paths, request, resource) is { } several) return several;
        if (id is not null && IdPath.Parts(id) is { Count: > 1 } parts)
        {
            if (parts.All(part => paths.Find(request, part) is { IsScalar: true, ReadOnly: false, Kind: SchemaKind.String } && !IdRule.IsCalledId(part))) return id;
            id = null;
        }

        if (id is not null && (IdRule.IsCalledId(id) ? isResource || !IsRequired(request, id) : IsKeyOfSomething(id) && !IsRequired(request, id)) && !SaysRequired(request, id)) id = null;
        if (id is not null && id.StartsWith(MetadataRule.Property + ".", StringComparison.Ordinal) && paths.Find(request, id) is { IsFreeText: true, ReadOnly: false }) return id;
        if (Among(request, id) is { } name) return name;
        var holders = paths.Properties(request).Where(property => property.Schema.Kind == SchemaKind.Object).ToList();
        foreach (var (holder, schema) in holders)
        {
            if (!Holders.Contains(holder) && !resource.Matches(holder) && request.Properties.Count > 1) continue;
            if (Among(schema, id: null) is { } inner) return holder + "." + inner;
            // JSON:API
            if (holder == "data" && paths.Find(schema, "attributes") is { Kind: SchemaKind.Object } attributes && Among(attributes, id: null) is { } attribute) return "data.attributes." + attribute;
        }

        return null;
    }

    private static bool IsRequired(Schema request, string id) => request.Properties.Any(property => Words.Same(property.Name, id) && request.IsRequired(property.Name));

    /// <summary><c>domain_key</c> is an id by another name where nobody has to say it; a <c>key</c> alone is the client's.</summary>
    private static bool IsKeyOfSomething(string id) => Words.Of(id) is { Count: > 1 } words && words[words.Count - 1] == "key";

    /// <summary>A description says of the request what the schema, which is the resource's too, can't say: that it has to be there.</summary>
    private bool SaysRequired(Schema request, string id) =>
        paths.Find(request, id) is { IsFreeText: true, ReadOnly: false } text && text.Prose.TrimStart().StartsWith("Required.", StringComparison.Ordinal) && !Phrases.HasAny(text.Prose, "output only");

    private string? Among(Schema request, string? id)
    {
        var free = paths.Properties(request).Where(property => property.Schema is { IsFreeText: true, ReadOnly: false } && !IsFixed(property.Schema) && !IsOfAnother(property.Name, request)).ToList();
        var texts = free.ConvertAll(property => property.Name);
        if (id is not null && texts.Find(text => Words.Same(text, id)) is { } own) return own;
        return ClientIdRule.Find(free) ?? Login(request, texts)
            ?? texts.Find(text => text == "name")
            ?? texts.Find(text => Words.Same(text, "name"))
            ?? texts.Find(text => Words.Flat(text) == string.Concat(resource.Singular) + "name")
            ?? Preferred(request, [.. Usual.Where(usual => texts.Contains(usual) && !IsLoginOfAnother(usual, request))])
            ?? Preferred(request, [.. texts.Where(IsOtherName)])
            ?? texts.Find(text => References.Contains(Words.Flat(text)))
            ?? texts.Find(text => Words.Flat(text) is "displayname" or "friendlyname");
    }

    /// <summary>What takes a password is reached with a login, which many may share; a user is called so.</summary>
    private bool IsLoginOfAnother(string text, Schema request) =>
        Logins.Contains(text) && !Accounts.Contains(resource.Singular.LastOrDefault())
        && paths.Properties(request).Select(property => Words.Flat(property.Name)).ToList() is var names && names.Contains("password") && !names.Exists(name => name != text && (Logins.Contains(name) || name is "firstname" or "lastname" or "fullname"));

    private static bool IsFixed(Schema text) => OneValue.Any(phrase =>
        Phrases.Find(text.Prose, phrase, 0) is >= 0 and var at && text.Prose.Substring(at + phrase.Length).TrimStart() is { Length: > 0 } rest && rest[0] is '"' or '\'' or '`');

    private bool IsOfAnother(string text, Schema request) =>
        Words.Flat(text) is var flat && flat.Length > "name".Length && flat.EndsWith("name", StringComparison.Ordinal) && flat.Substring(0, flat.Length - "name".Length) is var other
        && other != string.Concat(resource.Singular) && other != resource.Singular.LastOrDefault() && paths.Properties(request).Any(property => !property.Schema.ReadOnly && Words.Flat(property.Name) == other + "id");

    /// <summary>Two people may have one name: what each has to have of its own comes before it.</summary>
    private string? Login(Schema request, List<string> texts) => People.Contains(resource.Singular.LastOrDefault())
        ? Logins.Select(login => texts.Find(text => Words.Flat(text) == login && request.IsRequired(text))).FirstOrDefault(text => text is not null)
        : null;

    /// <summary><c>sink_name</c> on <c>…/logsink</c>: a name that isn't for show and isn't another resource's.</summary>
    private bool IsOtherName(string text)
    {
        var words = Words.Of(text);
        return words.Count == 2 && words[1] == "name" && words[0] is not ("display" or "full" or "first" or "last" or "company" or "nick")
            && resource.Singular.Any(word => word.EndsWith(words[0], StringComparison.Ordinal));
    }

    private static string? Preferred(Schema request, IReadOnlyList<string> names) =>
        names.FirstOrDefault(request.IsRequired) ?? names.FirstOrDefault();
}

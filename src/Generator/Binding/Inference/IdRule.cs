using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The id is the property that the item's path parameter takes: <c>name</c> where the document says that it is the name; the one of the parameter's name; <c>name</c> for <c>{replica_name}</c>,
/// <c>key</c> for <c>{feed_key}</c> of a feed, <c>number</c> for <c>{index}</c>; else <c>id</c>; else the one that the parameter's name ends with (<c>uuid</c> for <c>{key_uuid}</c>); else one that is called after
/// the resource, or after any (<c>entity_id</c> for <c>{id}</c>, or where nothing else is shown); and <c>name</c> only where nothing else can be it: the path says so, its parameter is called after the resource (<c>{branch}</c> of a branch), or parameter and property are the same name with the
/// resource's in front or without it (<c>{rule}</c> and <c>{name}</c> for <c>rule_name</c>). An id is never inside another object, but in the <c>metadata</c> of what has
/// none beside it: <c>metadata.name</c> for <c>{name}</c>. Where nothing is called so, an abbreviation is it (<c>certId</c> of a certificate), or else the resource's own address ends with it.
/// </summary>
internal sealed class IdRule(PropertyPaths paths, ResourceName resource)
{
    private static readonly string[] Names = ["name", "slug", "label", "key"];
    private static readonly string[] Secrets = ["token", "secret", "password"];
    private static readonly string[] Anything = ["entity", "object", "resource", "record"];

    /// <param name="created">The resource in the create's reply.</param>
    /// <param name="read">The resource in the read's reply: where that has an id, a name isn't it.</param>
    /// <param name="parameter">The item's path parameter.</param>
    /// <param name="description">What the document says of the parameter.</param>
    /// <param name="request">The create's request.</param>
    public string? Find(Schema created, Schema? read, string? parameter, string? description, Schema request)
    {
        var scalars = Scalars(created);
        return (parameter is null ? null : BySaidName(scalars, parameter, description ?? "") ?? BySaidId(scalars, parameter, description ?? "", request) ?? ByParameter(scalars, parameter) ?? Only(created, parameter))
            ?? ByConvention(Own(scalars, created, request))
            ?? (parameter is not null && (Words.Flat(parameter) is "id" or "uuid" || IsOwnId(parameter) || created.Properties.All(IsOfAnythingOrBeside)) ? scalars.Find(IsOfAnything) : null)
            ?? (parameter is null || (read is not null && ByConvention(Own(Scalars(read), read, request)) is not null) ? null : ByName(scalars, parameter, description ?? ""))
            ?? (parameter is null ? null : InMetadata(created, parameter) ?? ByAbbreviation(Own(scalars, created, request)))
            ?? (parameter is null ? null : new AddressIdRule(paths).Find(created, request));
    }

    /// <summary>
    /// The id in the resource, where that calls it otherwise than the create's reply does: <c>id</c> for <c>silenceID</c>. It has to be
    /// called an id: a name would be another value.
    /// </summary>
    public string? FindOther(Schema shown, string? parameter)
    {
        var ids = Scalars(shown).FindAll(IsCalledId);
        return (parameter is null ? null : ByParameter(ids, parameter)) ?? ByConvention(ids);
    }

    public static bool IsCalledId(string name) => Words.Of(name) is { Count: > 0 } words && words[words.Count - 1] is "id" or "uuid" or "guid";

    /// <summary><c>certId</c> of a certificate.</summary>
    private string? ByAbbreviation(List<string> scalars) =>
        scalars.Find(name => Words.Of(name) is { Count: 2 } words && words[1] is "id" or "uuid" && words[0].Length > 2 && string.Concat(resource.Singular).StartsWith(words[0], StringComparison.Ordinal));

    private string? InMetadata(Schema created, string parameter) =>
        paths.Find(created, MetadataRule.Property) is { } metadata && ByParameter(Scalars(metadata), parameter) is { } name ? MetadataRule.Property + "." + name : null;

    private List<string> Scalars(Schema schema) =>
    [
        .. paths.Properties(schema)
            .Where(property => property.Schema.IsScalar && property.Schema.Kind != SchemaKind.Boolean && property.Schema.Format is not ("date-time" or "date"))
            .OrderBy(property => property.Schema.ReadOnly ? 0 : 1)
            .Select(property => property.Name),
    ];

    private string? ByParameter(List<string> scalars, string parameter)
    {
        var words = Words.Of(parameter);
        return scalars.Find(name => Words.Same(name, parameter))
            ?? (Words.Flat(parameter) == "username" ? scalars.Find(name => Words.Flat(name) == "login") : null)
            ?? (words[words.Count - 1] == "index" ? scalars.Find(name => Words.Flat(name) is "number" or "iid") : null)
            ?? (IsName(words) ? scalars.Find(name => name == "name") : null)
            ?? scalars.Find(name => IsFieldOf(parameter, name))
            ?? scalars.Find(name => Words.Same(name, "id"))
            ?? scalars.Where(name => Words.EndsWith(parameter, name)).OrderByDescending(name => name.Length).FirstOrDefault()
            ?? scalars.Find(name => IsLongEnd(name) && Words.Flat(parameter).EndsWith(Words.Flat(name), StringComparison.Ordinal))
            // {token_id} doesn't take the token
            ?? (words.Count > 1 && words[words.Count - 1] == "id" && !Secrets.Contains(words[words.Count - 2])
                ? scalars.Find(name => Words.Flat(name) == string.Concat(words.Take(words.Count - 1)))
                : null);
    }

    /// <summary><c>batchItemUuid</c> for <c>{itemUuid}</c>, where a reply shows nothing else.</summary>
    private static string? Only(Schema created, string parameter)
    {
        var own = created.Properties.Where(property => !Companions.Contains(property.Name)).ToList();
        return own.Count == 1 && Words.Of(parameter).Count > 1 && IsCalledId(own[0].Name) && Words.EndsWith(own[0].Name, parameter) ? own[0].Name : null;
    }

    /// <summary><c>{org}</c> that is "the name of the organization" takes the name, though there is an id too.</summary>
    private static string? BySaidName(List<string> scalars, string parameter, string description)
    {
        return !Words.Of(parameter).Contains("id") && Phrases.HasAny(description, "name of") && !Words.Of(description).Contains("id") ? scalars.Find(name => name == "name") : null;
    }

    /// <summary><c>{comment}</c> that is "the unique identifier" takes the id, though a comment has a text <c>comment</c> that the client says.</summary>
    private string? BySaidId(List<string> scalars, string parameter, string description, Schema request) =>
        resource.Matches(parameter) && request.Properties.Any(property => Words.Same(property.Name, parameter)) && Words.Of(description).Any(word => word is "id" or "identifier") ? scalars.Find(name => Words.Same(name, "id")) : null;

    /// <summary><c>{feed_key}</c> of a feed: the resource's name, or the end of it, and the property's.</summary>
    private bool IsFieldOf(string parameter, string name)
    {
        if (Secrets.Contains(Words.Flat(name))) return false;
        var flat = Words.Flat(parameter);
        return Enumerable.Range(0, resource.Singular.Count).Any(skip => flat == string.Concat(resource.Singular.Skip(skip)) + Words.Flat(name));
    }

    /// <summary><c>tier-id</c> of a tier, and <c>other_tier_id</c>.</summary>
    private bool IsOwnId(string name) => Words.Of(name) is { Count: > 1 } words && words[words.Count - 1] is "id" or "uuid" && resource.Singular.LastOrDefault() == words[words.Count - 2];

    private static bool IsOfAnythingOrBeside(SchemaProperty property) => IsOfAnything(property.Name) || Companions.Contains(property.Name) || Companions.IsAddress(property.Name);

    public static bool IsOfAnything(string name) => Words.Of(name) is { Count: 2 } words && Anything.Contains(words[0]) && words[1] is "id" or "uuid";

    private static bool IsName(IReadOnlyList<string> words) =>
        words[words.Count - 1] is "name" or "username" && !words.Contains("or");

    private static bool IsLongEnd(string name) => Words.Of(name) is { Count: > 1 } words && words[words.Count - 1] is "id" or "uuid";

    /// <summary>Without ids of others: where a request says a <c>group_id</c> and a <c>user_id</c>, neither is that of the group's user which it makes.</summary>
    private List<string> Own(List<string> scalars, Schema shown, Schema request)
    {
        if (resource.Singular.Count < 2 || request.Pointer == shown.Pointer) return scalars;
        var said = paths.Properties(request).Where(property => !property.Schema.ReadOnly && resource.Singular.Any(word => Words.Flat(property.Name) == word + "id")).Select(property => property.Name).ToList();
        return said.Count < 2 ? scalars : scalars.FindAll(name => !said.Contains(name));
    }

    private string? ByConvention(List<string> scalars) =>
        scalars.Find(name => Words.Flat(name) is "id")
        ?? scalars.Find(name => Words.Flat(name) is "uuid" or "guid")
        ?? scalars.Find(name => IsCalledAfter(name, "id") || IsCalledAfter(name, "uuid"))
        ?? scalars.Find(EndsWithOwn)
        ?? scalars.Find(name => IsOwnId(name) && Words.Of(name).Count <= 3);

    private bool IsCalledAfter(string name, string end) => Words.Flat(name) == string.Concat(resource.Singular) + end;

    /// <summary><c>policyAccountId</c> of a policy's account; <c>demographicsId</c> of demographics.</summary>
    private bool EndsWithOwn(string name)
    {
        var words = Words.Of(name);
        if (words.Count < 2 || words[words.Count - 1] is not ("id" or "uuid")) return false;
        var own = Noun.Singular([.. words.Take(words.Count - 1)]);
        return own.Count >= resource.Singular.Count && own.Skip(own.Count - resource.Singular.Count).SequenceEqual(resource.Singular);
    }

    /// <summary>A name is taken for an id only where the document says that a path takes it.</summary>
    private string? ByName(List<string> scalars, string parameter, string description)
    {
        var said = Words.Of(description);
        return Names.FirstOrDefault(name => scalars.Contains(name) && said.Contains(name))
            ?? scalars.Find(name => name.Length > 1 && !Secrets.Contains(name) && Words.Of(parameter).Any(word => word.StartsWith(Words.Flat(name), StringComparison.Ordinal)))
            ?? (resource.Matches(parameter) || Words.Flat(parameter) == "name" ? scalars.Find(name => Words.Flat(name) == string.Concat(resource.Singular) + "name") : null)
            ?? (resource.Matches(parameter) && !said.Any(word => word is "id" or "identifier") ? scalars.Find(name => name == "name") : null);
    }
}

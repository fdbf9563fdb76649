using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Names;

/// <summary>Whether a method's name, the type around it and the path that it POSTs to say that it creates a resource.</summary>
internal sealed class CreateName
{
    private readonly IMethodSymbol _method;
    private readonly bool _isWeak;
    private readonly List<string> _nouns;
    private readonly string? _preposition;

    private CreateName(IMethodSymbol method, bool isWeak, List<string> nouns, string? preposition)
    {
        _method = method;
        _isWeak = isWeak;
        _nouns = nouns;
        _preposition = preposition;
    }

    /// <summary>Null where the name doesn't begin, or end, with a word that creates.</summary>
    public static CreateName? Of(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation)) return null;
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        var words = Words.OfMethod(name);
        while (words.Count > 1 && words[0] is "try" or "do" or "async") words.RemoveAt(0);
        if (words.Count == 0 || IsRendering(method.ReturnType)) return null;
        if (words.Count == 1 && CreateWords.Runs.Contains(words[0])) return OfType(method);
        var strong = CreateWords.Verbs.Contains(words[0]);
        if (strong || CreateWords.WeakVerbs.Contains(words[0])) return Split(method, !strong, words.Skip(1).ToList());

        // DropletsCreateAsync, servers_create: as generators name them
        var last = words[words.Count - 1];
        return words.Count > 1 && last == "create" && !CreateWords.Harmless.Contains(words[0]) && !CreateWords.Prepositions.Contains(words[words.Count - 2])
            ? Split(method, isWeak: false, words.Take(words.Count - 1).ToList())
            : null;
    }

    /// <summary>What one class is for, as handlers of commands have it: <c>CreateTicketHandler.Handle</c>.</summary>
    private static CreateName? OfType(IMethodSymbol method)
    {
        var words = method.ContainingType is { } type ? Words.Of(type.Name) : [];
        if (words.Count < 2 || !CreateWords.Verbs.Contains(words[0])) return null;
        var nouns = words.Skip(1).TakeWhile(word => !CreateWords.TypeSuffixes.Contains(word)).ToList();
        return nouns.Count == 0 ? null : Split(method, isWeak: false, nouns);
    }

    /// <summary>Bytes and streams are what was sent in another form, and a fraction was computed: <c>Task&lt;byte[]&gt; CreatePdfAsync(string html)</c>.</summary>
    private static bool IsRendering(ITypeSymbol result) => result switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => true,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } => true,
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var inner] } => IsRendering(inner),
        _ => result.Name is "Stream" or "MemoryStream",
    };

    /// <summary>Whether a POST to this path creates; null: nobody knows the path.</summary>
    public bool Creates(PathText? path)
    {
        var nouns = _nouns.Count > 0 ? _nouns : TypeNouns();
        var named = path?.Names(nouns) == true || _isWeak && _nouns.Count == 0 && path?.Names(Words.OfMethod(_method.Name).Where(CreateWords.VerbsAndNouns.Contains).ToList()) == true;
        if (path is not null && (!path.MayCreate(named) || !named && !path.Suggests(nouns))) return false;
        if (IsNoResource(nouns) || SignsIn(nouns)) return false;
        if (_method.Name.StartsWith("Register", StringComparison.Ordinal) && _nouns.Count == 0 && nouns.Any(noun => noun is "auth" or "account" or "identity" or "login")) return false;
        if (!_isWeak) return true;
        return IsAdded(nouns, named);
    }

    private static CreateName? Split(IMethodSymbol method, bool isWeak, List<string> words)
    {
        var end = words.FindIndex(CreateWords.Prepositions.Contains);
        var preposition = end < 0 ? null : words[end];
        var nouns = (end < 0 ? words : words.Take(end)).Select(Words.Singular).ToList();

        // CreateIfNotExists, CreateOrUpdate, GetOrCreate: the name promises to look
        if (preposition is "if" or "or" && words.Skip(end).Any(word => word is "exists" or "exist" or "missing" or "update" or "get" or "replace" or "adopt")) return null;
        return new CreateName(method, isWeak, nouns, preposition);
    }

    /// <summary><c>CreateTicketAsync(string user, string password)</c>.</summary>
    private bool SignsIn(List<string> nouns) => !nouns.Any(CreateWords.Accounts.Contains)
        && _method.Parameters.Any(parameter => Words.Mentions(parameter.Name, "password")) && _method.Parameters.Any(parameter => Words.Mentions(parameter.Name, "user", "login", "email"));

    private static bool IsNoResource(List<string> nouns)
    {
        if (nouns.Count == 0) return false;
        if (nouns.Any(noun => noun is "batch" or "bulk" or "upload" or "token" or "graphql" or "telemetry" or "auth" or "login")) return true;
        return CreateWords.NoResource.Contains(nouns[nouns.Count - 1]) && !(nouns.Count > 1 && CreateWords.Qualifiers.Contains(nouns[nouns.Count - 2]));
    }

    /// <summary>A weak verb creates what is a resource by its noun, by the path that names it, or by a result; attaching is none.</summary>
    private bool IsAdded(List<string> nouns, bool named)
    {
        var verb = Words.OfMethod(_method.Name)[0];
        if (verb == "add" && (_preposition is "to" or "into" or "onto" || nouns.Count > 0 && CreateWords.Attachments.Contains(nouns[nouns.Count - 1]))) return false;
        if (verb == "new" && !HasResult(_method)) return false;
        if (named) return true;
        if (verb is "post" or "charge" or "refund" or "transfer" or "invite" or "file" or "start" or "issue" or "order") return false;
        var isResource = _nouns.Count > 0 && CreateWords.Resources.Contains(_nouns[_nouns.Count - 1]);
        return isResource || verb == "add" && _nouns.Count > 0 && HasResult(_method);
    }

    private List<string> TypeNouns()
    {
        var type = _method.ContainingType;
        return type is null ? [] : Words.Of(type.Name).Where(word => !CreateWords.TypeSuffixes.Contains(word)).Select(Words.Singular).ToList();
    }

    private static bool HasResult(IMethodSymbol method) => method.ReturnType is INamedTypeSymbol { SpecialType: not (SpecialType.System_Void or SpecialType.System_Boolean) } type
        && (type.Name is not ("Task" or "ValueTask") || type.TypeArguments is [{ SpecialType: not SpecialType.System_Boolean }]);
}

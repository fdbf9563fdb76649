using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>What a method of the user's returns, once it is awaited.</summary>
internal sealed record Reply(ITypeSymbol? Type, ReplyKind Kind)
{
    private const string Tasks = "System.Threading.Tasks";

    /// <summary>The awaited type; null type for a bare task. Null where the method cannot be awaited.</summary>
    public static Reply? Of(ITypeSymbol returned)
    {
        if (Symbols.Is(returned, Tasks, "Task") || Symbols.Is(returned, Tasks, "ValueTask")) return new(null, ReplyKind.Nothing);
        if (!Symbols.Is(returned, Tasks, "Task", 1) && !Symbols.Is(returned, Tasks, "ValueTask", 1)) return null;
        var type = ((INamedTypeSymbol)returned).TypeArguments[0];
        return new(type, KindOf(type));
    }

    /// <summary>What a reply with a status carries: <c>Droplet</c> of <c>ApiResponse&lt;Droplet&gt;</c>; else the value itself.</summary>
    public ITypeSymbol? Content => Kind != ReplyKind.ApiResponse
        ? Type
        : ((INamedTypeSymbol)Type!).TypeArguments.FirstOrDefault() is { } content ? content.WithNullableAnnotation(content.IsReferenceType ? NullableAnnotation.Annotated : content.NullableAnnotation) : null;

    /// <summary>The expression of the content.</summary>
    public string ContentOf(string value) => Kind == ReplyKind.ApiResponse && Content is not null ? value + ".Content" : value;

    /// <summary>The expression of its status, as a number; null where a value has none.</summary>
    public string? StatusOf(string value)
    {
        if (Kind is not (ReplyKind.ApiResponse or ReplyKind.Message)) return null;
        var property = Symbols.Members(Type!, "StatusCode").OfType<IPropertySymbol>().FirstOrDefault();
        return property is not null && Symbols.IsNullableValue(property.Type) ? $"(int)({value}.StatusCode ?? default)" : $"(int){value}.StatusCode";
    }

    private static ReplyKind KindOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String) return ReplyKind.Text;
        if (Symbols.Is(type, "System.Net.Http", "HttpResponseMessage")) return ReplyKind.Message;
        return type is INamedTypeSymbol { Name: "ApiResponse" or "IApiResponse" } named && named.ContainingNamespace?.ToDisplayString() == "Refit" ? ReplyKind.ApiResponse : ReplyKind.Value;
    }
}

/// <summary>Kinds of replies that are read each in their own way.</summary>
internal enum ReplyKind
{
    Nothing,
    Value,
    Text,
    Message,
    ApiResponse,
}

namespace Semel.Generator.Model;

/// <summary>What a document says for all of its operations.</summary>
internal sealed record ApiModel(EquatableArray<SecuritySchemeModel> Security, EquatableArray<ServerModel> Servers)
{
    public static ApiModel Nothing { get; } = new([], []);
}

internal enum SecurityKind { Basic, Bearer, Header, Query, Cookie, ClientCredentials }

/// <param name="Name">The wanted method name.</param>
/// <param name="Parameter">Of an API's key: its header, query parameter or cookie.</param>
/// <param name="TokenUrl">Of client credentials: the absolute address of the tokens, or null where the document gives none.</param>
internal sealed record SecuritySchemeModel(string Name, SecurityKind Kind, string? Parameter, string? TokenUrl, string? Documentation);

/// <param name="Name">The wanted method name.</param>
/// <param name="Url">With its variables in braces: <c>https://api-{zone}.example.com/v2</c>; relative where it is.</param>
internal sealed record ServerModel(string Name, string Url, EquatableArray<ServerVariableModel> Variables, string? Documentation);

/// <param name="Default">Null where the document gives none.</param>
/// <param name="Values">The only values; empty: any.</param>
internal sealed record ServerVariableModel(string JsonName, string? Default, EquatableArray<string> Values, string? Documentation);

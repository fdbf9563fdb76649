using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the classes of a document's security schemes and servers inside a declared class.</summary>
internal static class ApiEmitter
{
    private const string Handler = "global::System.Net.Http.DelegatingHandler";
    private const string Source = "global::System.Func<global::System.Threading.CancellationToken, global::System.Threading.Tasks.ValueTask<string>>";

    /// <param name="taken">Names of the class's other members.</param>
    public static void Emit(SourceWriter writer, ApiModel api, IEnumerable<string> taken)
    {
        var names = new NameScope([]);
        foreach (var name in taken.Concat(ReservedNames.OfObject).Distinct()) names.Take(name);
        if (api.Security.Count > 0) Security(writer, api.Security, names.Take("Security"));
        if (api.Servers.Count > 0) Servers(writer, api.Servers, names.Take("BaseAddress"));
    }

    private static void Security(SourceWriter writer, EquatableArray<SecuritySchemeModel> schemes, string name)
    {
        Open(writer, name, "Handlers that add the API's credentials, for <c>AddHttpMessageHandler</c> or in front of the handler of a client.");
        var methods = new NameScope([.. ReservedNames.OfObject, name]);
        string? last = null;
        foreach (var scheme in schemes)
        {
            // what a scheme offers beside the one before has the same name
            var method = scheme.Kind == SecurityKind.ClientCredentials && last is not null && schemes[schemes.ToList().IndexOf(scheme) - 1].Name == scheme.Name ? last : methods.Take(scheme.Name);
            last = method;
            foreach (var (parameters, value) in Factories(scheme))
            {
                writer.Gap();
                Documentation.Describe(writer, scheme.Documentation, Fallback(scheme));
                foreach (var (_, parameter, text) in parameters) Documentation.Parameter(writer, parameter, null, text);
                writer.Line($"public static {Handler} {Literals.Identifier(method)}({string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})")
                    .Indented($"=> new global::Semel.{value};");
            }
        }

        writer.Close();
    }

    private static IEnumerable<((string Type, string Name, string Text)[] Parameters, string Value)> Factories(SecuritySchemeModel scheme)
    {
        (string, string, string) source = (Source, "source", "Gives the secret of each request.");
        switch (scheme.Kind)
        {
            case SecurityKind.Basic:
                yield return ([("string", "userName", "The user's name."), ("string", "password", "The password.")], "BasicAuthenticationHandler(userName, password)");
                break;
            case SecurityKind.Bearer:
                yield return ([("string", "token", "The token.")], "BearerTokenHandler(token)");
                yield return ([source], "BearerTokenHandler(source)");
                break;
            case SecurityKind.ClientCredentials:
                (string, string, string)[] client = [("string", "clientId", "The client's id."), ("string", "clientSecret", "The client's secret."), ("params string[]", "scopes", "The scopes to ask for; none: the server's default.")];
                yield return scheme.TokenUrl is { } url
                    ? (client, $"ClientCredentialsHandler(new(new({Literals.String(url)}), clientId, clientSecret, scopes))")
                    : ([("global::System.Uri", "tokenAddress", "The address of the tokens."), .. client], "ClientCredentialsHandler(new(tokenAddress, clientId, clientSecret, scopes))");
                break;
            case SecurityKind.Header or SecurityKind.Query or SecurityKind.Cookie:
                var place = $"ApiKeyHandler(global::Semel.ApiKeyPlace.{scheme.Kind}, {Literals.String(scheme.Parameter)}, ";
                yield return ([("string", "key", "The key.")], place + "key)");
                yield return ([source], place + "source)");
                break;
        }
    }

    private static string Fallback(SecuritySchemeModel scheme) => scheme.Kind switch
    {
        SecurityKind.Basic => "Adds a user's name and password.",
        SecurityKind.Bearer => "Adds a bearer token.",
        SecurityKind.ClientCredentials => "Fetches tokens of OAuth 2.0 client credentials and adds them.",
        SecurityKind.Header => $"Adds a key in the header <c>{Literals.XmlText(scheme.Parameter!)}</c>.",
        SecurityKind.Query => $"Adds a key in the query parameter <c>{Literals.XmlText(scheme.Parameter!)}</c>.",
        SecurityKind.Cookie => $"Adds a key in the cookie <c>{Literals.XmlText(scheme.Parameter!)}</c>.",
    };

    private static void Servers(SourceWriter writer, EquatableArray<ServerModel> servers, string name)
    {
        Open(writer, name, "Addresses of the API as its document gives them, for <see cref=\"global::System.Net.Http.HttpClient.BaseAddress\"/>: nothing is sent to an address that the program has not set.");
        var methods = new NameScope([.. ReservedNames.OfObject, name]);
        foreach (var server in servers) Server(writer, server, Literals.Identifier(methods.Take(server.Name)));
        writer.Close();
    }

    private static void Server(SourceWriter writer, ServerModel server, string method)
    {
        var names = new NameScope(["origin"]);
        var variables = server.Variables
            .OrderBy(variable => variable.Default is not null)
            .Select(variable => (Variable: variable, Name: names.Take(Camel(variable.JsonName))))
            .ToList();
        var isRelative = server.Url.IndexOf("://", StringComparison.Ordinal) < 0;
        writer.Gap();
        Documentation.Describe(writer, server.Documentation, $"<c>{Literals.XmlText(server.Url)}</c>", server.Documentation is null ? [] : [$"<c>{Literals.XmlText(server.Url)}</c>"]);
        if (isRelative) Documentation.Parameter(writer, "origin", null, "Where the API is served: the document gives a path only.");
        foreach (var (variable, name) in variables) Documentation.Parameter(writer, name, variable.Documentation, Allowed(variable));
        var parameters = variables.Select(variable => $"string {Literals.Identifier(variable.Name)}{(variable.Variable.Default is { } value ? " = " + Literals.String(value) : "")}");
        var arguments = variables.Select(variable =>
            $"new global::Semel.ServerVariable({string.Join(", ", new[] { Literals.String(variable.Variable.JsonName), Literals.Identifier(variable.Name) }.Concat(variable.Variable.Values.Select(Literals.String)))})");
        writer.Line($"public static global::System.Uri {method}({string.Join(", ", isRelative ? parameters.Prepend("global::System.Uri origin") : parameters)})")
            .Indented($"=> global::Semel.ServerAddress.Of({string.Join(", ", (isRelative ? new[] { "origin", Literals.String(server.Url) } : [Literals.String(server.Url)]).Concat(arguments))});");
    }

    private static void Open(SourceWriter writer, string name, string summary)
    {
        writer.Gap();
        Documentation.Element(writer, "summary", summary);
        writer.Line(GeneratedCode.Attribute).Open($"public static class {name}");
    }

    private static string Allowed(ServerVariableModel variable) => variable.Values.Count == 0
        ? $"The variable <c>{Literals.XmlText(variable.JsonName)}</c>."
        : $"One of {string.Join(", ", variable.Values.Select(value => $"<c>{Literals.XmlText(value)}</c>"))}.";

    private static string Camel(string name) => Literals.CleanIdentifier(Binding.Words.Camel(name));
}

using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A query parameter of a create says what is created, as its body does, unless its name says how the call is made or what its reply shows:
/// a version, <c>fields</c>, <c>expand</c>, <c>pretty</c>. Headers and cookies say how the call is made. What may be a secret is not recorded.
/// </summary>
internal static class InputParametersRule
{
    private static readonly string[] OfTheCall =
    [
        "apiversion", "version", "v", "fields", "select", "expand", "include", "embed", "exclude", "view", "format", "alt", "pretty", "prettyprint", "callback",
        "quotauser", "userip", "locale", "lang", "language", "wait", "async", "timeout", "requestid", "traceid",
    ];

    public static IEnumerable<string> Find(IEnumerable<SpecParameter> parameters, string? naturalKey, SchemaReader reader) =>
        from parameter in parameters
        let secrets = new SecretsRule(reader)
        where parameter.Place == ParameterPlace.Query
        where parameter.Name == CreateParameters.InQuery(naturalKey) || !OfTheCall.Contains(Words.Flat(parameter.Name))
        where !secrets.IsSecret(parameter.Name, parameter.Schema is { } place ? reader.Read(place) : null)
        select parameter.Name;
}

using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Names of the lambdas' parameters: none of them hides a parameter of the create.</summary>
internal sealed class LambdaNames(IMethodSymbol create)
{
    private readonly HashSet<string> _taken = new(create.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);

    public string Attempt => Free("attempt");

    public string Token => Free("token");

    public string Id => Free("id");

    public string Marker => Free("marker");

    public string Value => Free("value");

    public string Item => Free("item");

    public string Error => Free("error");

    public string Found => Free("found");

    public string Self => Free("self");

    private string Free(string name)
    {
        while (_taken.Contains(name)) name += "_";
        return name;
    }
}

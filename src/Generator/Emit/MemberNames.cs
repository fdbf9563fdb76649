using Semel.Generator.Declarations;

namespace Semel.Generator.Emit;

/// <summary>Names of the members that the generator adds to a class beside its operations; none that the class declares itself.</summary>
internal sealed record MemberNames(string Descriptor, string Field, string Client)
{
    /// <summary>The fields of a whole document's class.</summary>
    public static (string Http, string Context) OfWhole(ModelDeclaration declaration)
    {
        var scope = new NameScope([declaration.Name, .. declaration.Members]);
        return (scope.Take("_http"), scope.Take("_semel"));
    }

    public static MemberNames Of(ModelDeclaration declaration)
    {
        var scope = new NameScope([declaration.Name, .. declaration.Members]);
        var (descriptor, field) = (scope.Take("Resource"), scope.Take("_client"));
        return new(descriptor, field, declaration.Constructor.Emit ? field : scope.Take("Client"));
    }
}

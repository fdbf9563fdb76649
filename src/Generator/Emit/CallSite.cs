using Semel.Generator.Binding.Inference;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>What the methods of a class call.</summary>
/// <param name="Api">The expression of the client that sends requests.</param>
internal sealed record CallSite(string Api)
{
    /// <summary>The expression of the resource's client; null where there is no resource.</summary>
    public string? Client { get; private init; }

    public string? Descriptor { get; private init; }

    /// <summary>Expression of the property paths that errors must not show; null where there are none.</summary>
    public string? Secrets { get; private init; }

    /// <summary>The path parameter that takes the resource's id, or null.</summary>
    private string? IdParameter { get; init; }

    public static CallSite Of(ClassBody body, MemberNames members) => new(members.Client + ".Api")
    {
        Client = members.Client,
        Descriptor = members.Descriptor,
        Secrets = body.Facts.Secrets.Count > 0 ? members.Descriptor + ".Secrets" : null,
        IdParameter = body.Facts.IdParameter,
    };

    public bool IsId(ParameterModel parameter) => parameter.Place == ParameterPlace.Path && IdParameter is not null && IdPath.Parts(IdParameter).Contains(parameter.JsonName);

    /// <summary>The expression of the id that the operation's path takes; null where it takes none.</summary>
    public string? IdText(OperationModel operation)
    {
        if (IdParameter is null) return null;
        var parts = IdPath.Parts(IdParameter).Select(name => operation.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Path && parameter.JsonName == name)).ToList();
        if (parts.Exists(part => part is null)) return null;
        return parts.Count == 1 ? RequestEmitter.PathText(parts[0]!) : $"global::Semel.CompositeId.Of([{string.Join(", ", parts.Select(part => RequestEmitter.PathText(part!)))}])";
    }
}

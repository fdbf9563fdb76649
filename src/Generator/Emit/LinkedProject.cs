using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>A bound declaration and the path of its document, which tells documents apart and is never emitted.</summary>
internal sealed record BoundResource(string DocumentPath, ResourceModel Model);

/// <summary>Everything that is emitted for a project, with final names. A reference's identity is the C# name of its type.</summary>
internal sealed record LinkedProject(
    EquatableArray<DocumentModel> Documents, EquatableArray<ClassModel> Classes, EquatableArray<WholeModel> Wholes, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>The types of one document that the project's declarations reach: one file.</summary>
internal sealed record DocumentModel(string HintName, string DocumentName, string Namespace, EquatableArray<TypeModel> Types);

/// <summary>One model class: one file.</summary>
/// <param name="Body">Null where an error prevents a model; a stub is emitted instead.</param>
/// <param name="Error">The error's message, which whatever is called throws; null where there is none.</param>
internal sealed record ClassModel(string HintName, ModelDeclaration Declaration, string DocumentName, ClassBody? Body, string? Error)
{
    /// <summary>What the document says for all of its operations.</summary>
    public ApiModel Api { get; init; } = ApiModel.Nothing;
}

/// <summary>The class of a whole document, with a class inside it for each resource and each group of other operations: one file.</summary>
/// <param name="Error">Null where there is none.</param>
internal sealed record WholeModel(string HintName, ModelDeclaration Declaration, string DocumentName, EquatableArray<ClassModel> Resources, EquatableArray<GroupModel> Groups, string? Error)
{
    /// <summary>What the document says for all of its operations.</summary>
    public ApiModel Api { get; init; } = ApiModel.Nothing;
}

/// <summary>A group of operations of a whole document: a class inside its class.</summary>
internal sealed record GroupModel(ModelDeclaration Declaration, EquatableArray<OperationModel> Operations);

/// <param name="Resource">The resource's type.</param>
/// <param name="Key">What names an instance in a request, or null.</param>
internal sealed record ClassBody(
    ResourceFacts Facts, TypeReference Resource, EquatableArray<OperationModel> Operations, NaturalKey? Key)
{
    public OperationModel? Find(OperationKind kind) => Operations.FirstOrDefault(operation => operation.Kind == kind);
}

/// <param name="Expression">C# over the parameter <c>request</c>: <c>request.Metadata?.Name</c>; a string.</param>
/// <param name="MayBeNull">True where a property on the way is optional.</param>
internal sealed record NaturalKey(string Expression, bool MayBeNull, string Property)
{
    /// <summary>The query parameter that names an instance; null where a property does.</summary>
    public ParameterModel? Parameter { get; init; }

    /// <summary>Whether several properties name it together: no single one finds it again.</summary>
    public bool IsOfSeveral { get; init; }
}

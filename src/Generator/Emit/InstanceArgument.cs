using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>What names an instance in the methods of a class: a text of the program's own, or the path parameter that the client chooses.</summary>
/// <param name="Parameter">The path parameter, or null.</param>
/// <param name="Parents">The other parameters of the create's path.</param>
internal sealed record InstanceArgument(ParameterModel? Parameter, IReadOnlyList<ParameterModel> Parents)
{
    public static InstanceArgument Of(OperationModel create, ClassBody body)
    {
        var path = create.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).ToList();
        var chosen = body.Facts.IsChosen ? path.Find(parameter => parameter.JsonName == body.Facts.IdParameter) : null;
        return new(chosen, [.. path.Where(parameter => parameter != chosen)]);
    }

    /// <summary>The expression of the instance's name.</summary>
    public string Text => Parameter is null ? "instance" : RequestEmitter.PathText(Parameter);

    /// <summary>The parents as XML.</summary>
    public string Within => string.Join(" and ", Parents.Select(parameter => $"<c>{Literals.XmlText(parameter.JsonName)}</c>"));

    /// <param name="method">Where the argument is added.</param>
    /// <param name="documentation">What a text of the program's own is.</param>
    public MethodWriter AddTo(MethodWriter method, string documentation) => Parameter is not null
        ? method.With(Parameter)
        : method.With("string", "instance", documentation + (Parents.Count == 0 ? "." : $", unique within its {Within}."));
}

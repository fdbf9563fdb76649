using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes a method: documentation, signature and body.</summary>
internal sealed class MethodWriter(SourceWriter writer, OperationModel operation)
{
    private const string Token = "global::System.Threading.CancellationToken cancellationToken = default";

    private readonly List<(string Declaration, string Name, string? Text, string Fallback)> _required = [];
    private readonly List<(string Declaration, string Name, string? Text, string Fallback)> _optional = [];
    private readonly HashSet<string> _nullableValues = [];

    public MethodWriter With(ParameterModel parameter)
    {
        var list = RequestEmitter.IsRequired(parameter) ? _required : _optional;
        var fallback = $"The {parameter.Place.ToString().ToLowerInvariant()} parameter <c>{Literals.XmlText(parameter.JsonName)}</c>.";
        list.Add((RequestEmitter.Declare(parameter), parameter.Name, parameter.Documentation, fallback));
        if (list == _optional && CSharpType.IsValueType(parameter.Type)) _nullableValues.Add(parameter.Name);
        return this;
    }

    public MethodWriter With(IEnumerable<ParameterModel> parameters)
    {
        foreach (var parameter in parameters) With(parameter);
        return this;
    }

    public MethodWriter With(string type, string name, string fallback)
    {
        _required.Add(($"{type} {name}", name, null, fallback));
        return this;
    }

    public MethodWriter WithBody()
    {
        foreach (var file in operation.Content?.Files ?? []) With(file);
        if (operation.Body is not { } body) return this;
        var type = CSharpType.Name(body);
        var isReference = body.Kind is TypeKind.Object or TypeKind.Json || (operation.Content?.Kind is ContentKind.Text or ContentKind.Stream);
        var optional = !operation.BodyRequired && isReference;
        if (!optional) return With(type, "request", "The body of the request.");
        _optional.Insert(0, (type + "? request = null", "request", null, "The body of the request; null sends none."));
        return this;
    }

    private void With(FileModel file)
    {
        var (type, name) = (ContentEmitter.Type(file), Literals.Identifier(file.Name));
        var fallback = $"The {(file.IsList ? "files" : "file")} of the field <c>{Literals.XmlText(file.JsonName)}</c>.";
        if (file.Required) _required.Add(($"{type} {name}", file.Name, file.Documentation, fallback));
        else _optional.Add(($"{type}? {name} = null", file.Name, file.Documentation, fallback));
    }

    /// <summary>Writes everything up to the body; the caller writes that.</summary>
    public SourceWriter Signature(string returns, string summary, params string[] remarks)
    {
        writer.Gap();
        Documentation.Element(writer, "summary", summary);
        Documentation.Remarks(writer, remarks);
        return Header(returns);
    }

    /// <summary>Like <see cref="Signature"/>, documented as another method but for its parameters, each of which the compiler wants to see.</summary>
    public SourceWriter SignatureLike(MethodWriter other, string returns)
    {
        writer.Gap().Line($"/// <inheritdoc cref=\"{other.Reference}\"/>");
        return Header(returns);
    }

    /// <summary>The method as documentation refers to it.</summary>
    private string Reference
    {
        get
        {
            string[] types = [.. _required.Concat(_optional).Select(parameter => ReferredType(parameter.Declaration, parameter.Name)), Token.Split(' ')[0]];
            return $"{operation.Name}({string.Join(", ", types)})".Replace('<', '{').Replace('>', '}');
        }
    }

    /// <summary>References to members know no annotation of a reference type.</summary>
    private string ReferredType(string declaration, string name)
    {
        const string none = " = null";
        var bare = declaration.EndsWith(none, StringComparison.Ordinal) ? declaration.Substring(0, declaration.Length - none.Length) : declaration;
        var type = bare.Substring(0, bare.LastIndexOf(' '));
        return type.EndsWith("?", StringComparison.Ordinal) && !_nullableValues.Contains(name) ? type.Substring(0, type.Length - 1) : type;
    }

    private SourceWriter Header(string returns)
    {
        foreach (var (_, name, text, fallback) in _required.Concat(_optional)) Documentation.Parameter(writer, name, text, fallback);
        Documentation.Parameter(writer, "cancellationToken", null, "Cancels the call.");
        if (operation.Deprecated) writer.Line(GeneratedCode.Obsolete);
        string[] parameters = [.. _required.Concat(_optional).Select(parameter => parameter.Declaration), Token];
        var line = $"public {returns} {operation.Name}({string.Join(", ", parameters)})";
        return line.Length <= writer.Room
            ? writer.Line(line)
            : writer.Line($"public {returns} {operation.Name}(").Indented(string.Join(",\n", parameters) + ")");
    }
}

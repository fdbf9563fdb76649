using Microsoft.CodeAnalysis;
using Semel.Generator.Emit;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads where values hold their id and their marker.</summary>
internal sealed class IdReader(IMethodSymbol create, Compilation compilation, IdempotentValues values)
{
    private const string IdText = "global::Semel.IdText";

    /// <summary>The expression of the id of what the create returns.</summary>
    /// <param name="reply">What it returns.</param>
    /// <param name="value">The expression of that.</param>
    /// <param name="isJson">A text is the API's reply, not the id.</param>
    public string IdOf(Reply reply, string value, bool isJson)
    {
        var path = values.Text("Id");
        if (reply.Kind == ReplyKind.Message) return $"{IdText}.InReply({value}, {Literals.String(path ?? "id")})";
        if (reply.Kind == ReplyKind.Text) return isJson || path is not null ? $"{IdText}.InJson({value}, {Literals.String(path ?? "id")})" : value;
        if (reply.Kind == ReplyKind.ApiResponse && reply.Content is null) return $"{IdText}.InLocation({value}.Headers?.Location)";
        if (reply.Kind == ReplyKind.ApiResponse && reply.Content!.SpecialType == SpecialType.System_String) return $"{IdText}.InJson({value}.Content, {Literals.String(path ?? "id")})";
        var (found, missing) = Follow(reply.ContentOf(value), reply.Content!, path ?? "Id");
        if (found is null && reply.Kind == ReplyKind.ApiResponse) found = Follow(value, reply.Type!, path ?? "Id").Path;
        return found is not null
            ? $"{IdText}.Of({found.Expression})"
            : throw new Misuse("SEM1020", create.Name, $"{missing}; say where it is with Id = \"…\"");
    }

    /// <summary>The same of an item that a look or a list found; null where it holds none.</summary>
    public string? IdOfItem(ITypeSymbol type, string item)
    {
        if (type.SpecialType == SpecialType.System_String) return item;
        return Shortened(values.Text("Id") ?? "Id").Select(path => Follow(item, type, path).Path).FirstOrDefault(found => found is not null) is { } id
            ? $"{IdText}.Of({id.Expression})"
            : null;
    }

    /// <summary>The expression of the texts of a value that may hold a marker; null where none is declared.</summary>
    public string? MarkersOf(Reply reply, string value) => values.Text("Marker") is { } path
        ? Texts(Follow(reply.ContentOf(value), reply.Content!, path).Path) ?? throw new Misuse("SEM1021", create.Name, $"Marker = \"{path}\"", $"{Symbols.Shown(reply.Content!)} has no such member that is a text, a sequence of texts or a map of them")
        : null;

    /// <summary>The same of an item; null where it shows none.</summary>
    public string? MarkersOfItem(ITypeSymbol type, string item) => values.Text("Marker") is { } declared
        ? Shortened(declared).Select(path => Texts(Follow(item, type, path).Path)).FirstOrDefault(found => found is not null)
        : null;

    private (MemberPath? Path, string? Missing) Follow(string root, ITypeSymbol type, string path)
    {
        var found = MemberPath.Follow(root, type, path.Split('.'), compilation, create, out var missing);
        return (found, missing);
    }

    /// <summary>A list's items are not wrapped as a create's reply is: <c>Data.Id</c>, then <c>Id</c>.</summary>
    private static IEnumerable<string> Shortened(string path)
    {
        for (var names = path.Split('.'); names.Length > 0; names = [.. names.Skip(1)]) yield return string.Join(".", names);
    }

    private static string? Texts(MemberPath? path)
    {
        if (path is null) return null;
        var isTexts = path.Type.SpecialType == SpecialType.System_String
            || Interfaces(path.Type).Any(implemented => Symbols.Is(implemented, "System.Collections.Generic", "IEnumerable", 1) && IsTextOrPair(implemented.TypeArguments[0]));
        return isTexts ? $"global::Semel.FoundResource.Texts({path.Expression})" : null;
    }

    private static bool IsTextOrPair(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || (Symbols.Is(type, "System.Collections.Generic", "KeyValuePair", 2) && ((INamedTypeSymbol)type).TypeArguments.All(argument => argument.SpecialType == SpecialType.System_String));

    private static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? type.AllInterfaces.Prepend(self) : type.AllInterfaces;
}

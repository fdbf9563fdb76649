using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>A GET beside those of a resource is a list where its reply holds items and the rules of paging know how the next page is asked for. One that comes whole is a plain reply.</summary>
internal sealed class OtherListRule(SchemaReader reader, References references, DiagnosticBag diagnostics)
{
    private readonly PropertyPaths _properties = new(reader);

    public OtherList? Find(SpecOperation operation)
    {
        if (operation is not { Method: "GET", Reply: { HasJson: true, MayBeAbsent: false, Schema: { } place }, Problem: null, Body: null }) return null;
        var reply = reader.Read(place);
        if (new ListItemsRule(reader, _properties, new ResourceName(operation.Path)).Find(reply) is not var (item, path)) return null;
        var (paging, problem) = PagingRule.Said(operation, diagnostics) ?? PagingRule.Find(new ListShape(reader, _properties, references, operation, reply, item));
        return problem is null && paging is { Kind: not PagingKind.Whole } ? new(item, path, paging) : null;
    }
}

/// <param name="Item">An item.</param>
/// <param name="Path">Where the reply holds them; null: it is the array.</param>
internal sealed record OtherList(Schema Item, string? Path, PagingModel Paging);

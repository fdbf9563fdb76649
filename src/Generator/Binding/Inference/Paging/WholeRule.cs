using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>No parameter asks for a page, so the list comes whole; where its reply says how many items there are, that is held against it.</summary>
internal static class WholeRule
{
    public static PagingModel? Find(ListShape list) => PagingTotal.Find(list) is { } total ? new(PagingKind.Whole, null, null, null) { Total = total } : null;
}

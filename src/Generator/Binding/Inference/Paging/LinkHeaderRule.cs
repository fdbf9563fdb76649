using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>The reply is declared with a <c>Link</c> header (RFC 8288), and nothing else leads to the next page.</summary>
internal static class LinkHeaderRule
{
    public static PagingModel? Find(ListShape list) => list.HasLinkHeader ? list.Paging(PagingKind.LinkHeader, null) : null;
}

using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class ListOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        (Page page, Reply? problem) = Page.Read(request.Request.Query);
        if (problem is not null) return problem;
        int size = Math.Min(page.Size, cloud.PageSizeCap ?? page.Size);
        List<StoredResource> matches = cloud.ForbidReads ? [] : Matches(cloud, request);
        long start = (page.Number - 1L) * size;
        IEnumerable<StoredResource> items = start < matches.Count ? matches.Skip((int)start).Take(size) : [];
        bool more = start + size < matches.Count;
        return new Reply(200, new JsonObject
        {
            [request.Definition.Plural] = new JsonArray([.. items.Select(resource => resource.Show(cloud.Now))]),
            ["links"] = new JsonObject { ["pages"] = more ? new JsonObject { ["next"] = NextLink(cloud, request, page) } : new JsonObject() },
            ["meta"] = new JsonObject { ["total"] = matches.Count },
        });
    }

    private static List<StoredResource> Matches(CloudState cloud, RoutedRequest request)
    {
        DateTimeOffset now = cloud.Now;
        IEnumerable<StoredResource> matches = cloud.Store.All(request.Definition).Where(resource => resource.IsListed(now));
        foreach (ListFilter filter in request.Definition.Filters)
        {
            if (request.Request.Query.TryGetValue(filter.Parameter, out string? wanted))
                matches = matches.Where(resource => filter.Matches(resource.Json, wanted));
        }

        return [.. matches];
    }

    private static string NextLink(CloudState cloud, RoutedRequest request, Page page)
    {
        IEnumerable<string> kept = request.Request.Query
            .Where(parameter => parameter.Key != "page")
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        string query = string.Join('&', kept.Append($"page={page.Number + 1}"));
        return new Uri(cloud.BaseAddress!, $"{request.Definition.CollectionPath}?{query}").AbsoluteUri;
    }
}

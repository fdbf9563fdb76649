using System.Text;

namespace Semel.Simulation;

/// <summary>Resources as the server writes them; their texts hold nothing that needs escaping.</summary>
internal static class ResourceJson
{
    public static string Envelope(ServerResource resource, TimeSpan asOf) => Append(new StringBuilder("{\"thing\":"), resource, asOf).Append('}').ToString();

    public static string Page(IEnumerable<ServerResource> resources, TimeSpan asOf, string? next)
    {
        var text = new StringBuilder("{\"things\":[");
        var first = true;
        foreach (var resource in resources)
        {
            if (!first) text.Append(',');
            first = false;
            Append(text, resource, asOf);
        }

        text.Append("],\"links\":{\"next\":");
        if (next is null) text.Append("null");
        else text.Append('"').Append(next).Append('"');
        return text.Append("}}").ToString();
    }

    private static StringBuilder Append(StringBuilder text, ServerResource resource, TimeSpan asOf)
    {
        text.Append("{\"id\":\"").Append(resource.Id).Append("\",\"name\":\"").Append(resource.Name).Append("\",\"size\":\"").Append(resource.SizeAt(asOf)).Append("\",\"status\":\"").Append(resource.StatusAt(asOf)).Append('"');
        if (resource.Secret is not null) text.Append(",\"secret\":\"").Append(resource.Secret).Append('"');
        text.Append(",\"tags\":[");
        for (var i = 0; i < resource.Tags.Count; i++) text.Append(i == 0 ? "\"" : ",\"").Append(resource.Tags[i]).Append('"');
        return text.Append("]}");
    }
}

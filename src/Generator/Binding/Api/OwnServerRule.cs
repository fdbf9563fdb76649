using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Api;

/// <summary>The server that an operation, or else its path, names for itself: where it names none of the document's own.</summary>
internal static class OwnServerRule
{
    /// <param name="path">The operation's path.</param>
    /// <param name="item">The path item.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="references">Lead to servers that stand elsewhere.</param>
    public static ServerModel? Find(string path, Located item, Located operation, References references)
    {
        var place = new[] { operation, item }.FirstOrDefault(place => place.Node.Get("servers").Elements().Length > 0);
        if (place is null) return null;
        var named = ServerReader.Read(place, references).ToList();
        var documents = ServerReader.Read(Located.Root(references.Reading.Files.Root.Root, ""), references).ToList();
        if (named.Count == 0 || named.Exists(server => documents.Exists(known => IsSame(server.Url, known.Url, path)))) return null;
        return named[0] with { Name = Words.Pascal(named[0].Url.Substring(named[0].Url.IndexOf("://", StringComparison.Ordinal) is var scheme && scheme < 0 ? 0 : scheme + 3)) };
    }

    /// <summary>Some say the version twice: <c>https://host/v4</c> for <c>/{apiVersion}/regions</c>, beside <c>https://host</c>.</summary>
    private static bool IsSame(string own, string documents, string path)
    {
        var (url, known) = (own.TrimEnd('/'), documents.TrimEnd('/'));
        return url == known
            || (path.StartsWith("/{", StringComparison.Ordinal) && url.StartsWith(known + "/", StringComparison.Ordinal) && url.IndexOf('/', known.Length + 1) < 0);
    }
}

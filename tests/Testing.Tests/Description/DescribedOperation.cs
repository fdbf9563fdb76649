using YamlDotNet.RepresentationModel;

namespace Semel.Testing.Tests.Description;

internal sealed record DescribedOperation(
    CloudDescription Description, string Method, string Path, YamlMappingNode PathItem, YamlMappingNode Node)
{
    public string Kind => Path.Split('/')[2];

    public bool NamesOne => Path.EndsWith('}');

    /// <summary>The statuses that are declared one by one.</summary>
    public IReadOnlyList<int> Statuses =>
        [.. Node.Map("responses")!.Entries().Where(response => response.Key != "default").Select(response => int.Parse(response.Key)).Order()];

    public IEnumerable<YamlMappingNode> Parameters =>
        PathItem.Items("parameters").Concat(Node.Items("parameters")).Select(Description.Resolve);

    public DescribedSchema? Body => Member("requestBody") is { } body ? Content(body) : null;

    public YamlNode? Example => Member("requestBody") is { } body ? body.Map("content")!.Map("application/json")!.Member("example") : null;

    public YamlMappingNode Response(int status) =>
        Description.Resolve(Node.Map("responses")!.Member(status.ToString()) ?? throw new KeyNotFoundException($"{this} declares no {status}."));

    public DescribedSchema? ResponseSchema(int status) => Content(Response(status));

    public override string ToString() => $"{Method} {Path}";

    private YamlMappingNode? Member(string name) => Node.Member(name) is { } node ? Description.Resolve(node) : null;

    private DescribedSchema? Content(YamlMappingNode holder) =>
        holder.Map("content")?.Map("application/json")?.Member("schema") is { } schema ? new DescribedSchema(Description, schema) : null;
}

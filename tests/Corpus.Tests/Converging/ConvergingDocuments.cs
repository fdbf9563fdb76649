using Semel.Corpus.Tests.Driven;
using Semel.Corpus.Tests.Labels;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Converging;

/// <summary>The labelled documents, each generated and compiled once for all tests.</summary>
public sealed class ConvergingDocuments
{
    private readonly Dictionary<string, IReadOnlyList<LabelledResource>> _read = [];

    /// <summary>Every labelled resource that has a read and an update.</summary>
    internal IReadOnlyList<LabelledResource> Of(string provider)
    {
        if (!_read.TryGetValue(provider, out var resources)) _read.Add(provider, resources = Read(provider));
        return resources;
    }

    private static List<LabelledResource> Read(string provider)
    {
        var labels = LabelledDocument.Read(Path.Combine(SpecsFolder.Require(), "labels", provider + ".json"));
        var document = Path.Combine(SpecsFolder.Require(), labels.Document);
        var models = Inferred.Whole(document).Resources.ToDictionary(resource => resource.Declaration.Path, StringComparer.Ordinal);
        using var client = new GeneratedClient(document, ", OnDrift = global::Semel.OnDrift.Update, Verify = global::Semel.Verify.WithGet, LookFirst = false");
        var descriptors = client.Descriptors().ToDictionary(descriptor => descriptor.CreatePath, StringComparer.Ordinal);
        return [.. labels.Resources.Where(label => label is { Counts: true, Read: not null, Update: not null }).Select(label => label.Create.Split(' ')[1])
            .Select(path => new LabelledResource(path, descriptors.GetValueOrDefault(path), models.GetValueOrDefault(path)))];
    }
}

/// <param name="Path">Of its create.</param>
/// <param name="Descriptor">Null: it was not found in the document.</param>
internal sealed record LabelledResource(string Path, ResourceDescriptor? Descriptor, ResourceModel? Model);

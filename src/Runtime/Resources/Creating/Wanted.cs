using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>One create as it is asked for: what its kind of resource is like, what this call wants, and what follows from both.</summary>
internal sealed class Wanted
{
    /// <exception cref="ArgumentException">The request carries the marker of another resource, or the marker has no place in it.</exception>
    public Wanted(ResourceDescriptor resource, ResourceKey key, JsonObject input, IReadOnlyList<PathArgument> arguments, CreateSettings settings, ApiRequest? call = null)
    {
        (Resource, Key, Body, Arguments, Settings, Call) = (resource, key, input, arguments, settings, call ?? new ApiRequest(HttpMethod.Post, resource.CreatePath));
        Input = WithParameters();
        Marker = Marker.For(key, 1);
        IsChosen = HasAddress();
        Name = NameInRequest() ?? (IsChosen || settings.IsItsContent ? key.Instance[InstanceName.Prefix(arguments).Length..] : null);
        Guarantee = Promise.Of(this);
        if (resource.Marker is { } field) RequireRoom(field);
    }

    public ResourceDescriptor Resource { get; }

    public ResourceKey Key { get; }

    /// <summary>The body as it is asked for, without marker and idempotency key.</summary>
    public JsonObject Body { get; }

    /// <summary>The parameters beside the path's.</summary>
    public ApiRequest Call { get; }

    /// <summary>All that says what is created: the body, and the query parameters and files that do as well, each under its name with a <c>?</c> in front.</summary>
    public JsonObject Input { get; }

    /// <summary>Those of the create's path but the id.</summary>
    public IReadOnlyList<PathArgument> Arguments { get; }

    public CreateSettings Settings { get; }

    /// <summary>The key's marker, of whatever generation.</summary>
    public Marker Marker { get; }

    /// <summary>
    /// The name that the resource is to have, without a marker: that of the request; where the client chooses the address and the request
    /// holds no name, the instance; that of its content, where nothing else tells it. Null where there is none.
    /// </summary>
    public string? Name { get; }

    /// <summary>What can be promised for this call.</summary>
    public Guarantee Guarantee { get; }

    /// <summary>The client chooses the address.</summary>
    public bool IsChosen { get; }

    /// <summary>The name is the id.</summary>
    public bool NameIsId => IsChosen || (Resource.NameInRequest is not null && Resource.NameInResource == Resource.Id);

    /// <summary>One GET says whether a resource of the name is there.</summary>
    public bool IsFoundByRead => NameIsId && Name is not null && Resource.ReadPath is not null;

    /// <summary>Resources of the name can be told in a list.</summary>
    public bool IsFoundByName => Name is not null && Resource.List is not null && (Resource.NameInResource is not null || Settings.IsItsContent);

    /// <summary>A look can find the resource.</summary>
    public bool CanLook => IsFoundByRead || IsFoundByName || Resource is { List: not null, Marker: not null };

    /// <summary>Reading the resource tells whether it is ready.</summary>
    public bool ShowsReadiness => Resource is { ReadPath: not null } && (Resource.Ready is not null || Settings.ReadyWhen is not null);

    /// <summary>The resource shows the name that is wanted, whether or not a marker follows it.</summary>
    public bool HasName(JsonObject item) => Settings.IsItsContent ? ShowsContent(item) :
        Name is not null && Resource.NameInResource is { } path && ResourceReader.Text(item, path) is { } shown && Plain(shown) == Name;

    /// <summary>Whose the resource is by the marker that it shows, and of which generation where it is ours, else 0.</summary>
    public (Ownership Ownership, int Generation) OwnershipOf(JsonObject item)
    {
        var markers = Resource.Marker is { } field ? MarkerWriter.Read(item, field) : [];
        var ours = markers.Where(marker => marker.SameIdentity(Marker)).ToList();
        return ours.Count > 0 ? (Ownership.Ours, ours.Max(marker => marker.Generation)) : (markers.Count > 0 ? Ownership.Another : Ownership.Unproven, 0);
    }

    /// <summary>It shows all that is wanted, as far as it is shown, and something of it.</summary>
    private bool ShowsContent(JsonObject item) =>
        Body.Any(property => property.Value is not null && item.ContainsKey(property.Key))
        && !new Comparison(Resource.Sets, Resource.OwnedSets, Resource.Enumerations, Resource.Marker).OfRemote(item, Redaction.Copy(Body, Resource.Secrets)).Any();

    private bool HasAddress()
    {
        if (Resource.IdParameter is not { } id || !PathTemplate.HasParameter(Resource.CreatePath, id)) return false;
        if (Arguments.All(argument => argument.Name != id)) return true;
        return Resource.Guarantee == Guarantee.Natural
            ? throw new ArgumentException($"'{id}' is the name of the resource, which the create puts into its path: leave it out of the path's arguments.")
            : false;
    }

    private JsonObject WithParameters()
    {
        var beside = Resource.InputParameters.Select(name => (Name: name, Value: Call.FindQueryValue(name))).Where(parameter => parameter.Value is not null)
            .Concat(Call.FilePrints.Select(file => (Name: file.Key, Value: (JsonNode?)file.Value))).ToList();
        if (beside.Count == 0) return Body;
        var input = (JsonObject)Body.DeepClone();
        foreach (var (name, value) in beside) input[ResourceDescriptor.Parameter + name] = value;
        return input;
    }

    private string? NameInRequest() =>
        Resource.NameInRequest is { } path && ResourceReader.Text(Input, path) is { Length: > 0 } name ? Plain(name) : null;

    private string Plain(string name) => Resource.Marker?.Kind == MarkerKind.NameSuffix ? MarkerName.Without(name) : name;

    /// <summary>An input that cannot carry the marker, or that carries another resource's, is refused before anything is written.</summary>
    private void RequireRoom(MarkerField field)
    {
        if (field.Kind == MarkerKind.NameSuffix && NameIsId)
            throw new ArgumentException($"'{field.Property}' is the id of the resource and cannot carry the marker: declare Marker = \"\".");
        if (MarkerWriter.Read(Body, field).FirstOrDefault(marker => !marker.SameIdentity(Marker)) is { } copied)
            throw new ArgumentException($"'{field.Property}' carries '{copied}', the marker of another resource: leave it out, or the two would be taken for one.");
        MarkerWriter.Add((JsonObject)Body.DeepClone(), field, Marker);
    }
}

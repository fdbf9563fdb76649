using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>The API: a pure state machine over its resources. Faults decide when it is asked and what becomes of its answer.</summary>
internal sealed partial class SimulatedServer(ServerProfile profile)
{
    private readonly Dictionary<string, (ServerReply Reply, ulong Body, TimeSpan At)> _keys = [];
    private int _pageThreeFailures;

    public List<ServerResource> Resources { get; } = [];

    /// <summary>Changes so far.</summary>
    public int Changes { get; private set; }

    /// <summary>Requests that could have changed something.</summary>
    public int Mutations { get; private set; }

    /// <summary>Lists come in pages of one, and six strangers come first.</summary>
    public bool IsCrowded { get; set; }

    public ServerReply Handle(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        if (request.Verb is Verb.Post or Verb.Put or Verb.Patch or Verb.Delete) Mutations++;
        if (request.Path == "/elsewhere") return new(200, """{"status":"ok"}""");
        return request.Verb switch
        {
            Verb.Post => Create(request, now, visibleAfter, dropsMarker),
            Verb.Put => Put(request, now, visibleAfter, dropsMarker),
            Verb.Get => Read(request, now),
            Verb.List => List(request, now),
            Verb.Delete => Delete(request, now),
            _ => ServerReply.Problem(405, "not offered"),
        };
    }

    public ServerReply Read(ServerRequest request, TimeSpan asOf)
    {
        var found = request.IsBlind ? null : Resources.Find(resource => resource.Id == request.LastSegment && resource.IsReadableAt(asOf));
        return found is null ? ServerReply.Problem(404, "there is none") : new(200, ResourceJson.Envelope(found));
    }

    public ServerReply List(ServerRequest request, TimeSpan asOf)
    {
        var listed = Resources.Where(resource => !request.IsBlind && resource.IsListedAt(asOf)
            && (!request.Query.TryGetValue("name", out var name) || resource.Name == name)
            && (!request.Query.TryGetValue("tag", out var tag) || resource.Carries(tag))).ToList();
        if (!IsCrowded) return new(200, ResourceJson.Page(listed, null));
        var page = int.Parse(request.Query.GetValueOrDefault("page", "1"), CultureInfo.InvariantCulture);
        if (page == 3 && _pageThreeFailures > 0)
        {
            _pageThreeFailures--;
            return ServerReply.Problem(500, "page 3 is broken");
        }

        var crowd = Crowd.Concat(listed).ToList();
        return new(200, ResourceJson.Page(crowd.Skip(page - 1).Take(1), page < crowd.Count ? $"/things?page={page + 1}" : null));
    }

    public ServerReply Delete(ServerRequest request, TimeSpan now)
    {
        var found = request.IsBlind ? null : Resources.Find(resource => resource.Id == request.LastSegment && resource.IsLive);
        if (found is null) return ServerReply.Problem(404, "there is none");
        Bury(found, now);
        return new(204);
    }

    private ServerReply Create(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        var body = Hash.Of(request.Body);
        if (profile.KeyWindow is { } window && request.Key is not null && _keys.TryGetValue(request.Key, out var known) && now - known.At < window)
            return known.Body == body ? known.Reply : ServerReply.Problem(422, "this key was used with another body");
        var json = (JsonObject)JsonNode.Parse(request.Body)!;
        var name = (string)json["name"]!;
        if (profile.HasUniqueNames && Resources.Exists(resource => resource.IsLive && resource.Name == name)) return ServerReply.Problem(409, "the name is taken");
        var reply = new ServerReply(201, ResourceJson.Envelope(Add(json, NextId(), now, visibleAfter, dropsMarker)));
        if (profile.KeyWindow is not null && request.Key is not null) _keys[request.Key] = (reply, body, now);
        return reply;
    }

    private ServerReply Put(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        if (!profile.HasClientAddresses) return ServerReply.Problem(405, "not offered");
        var found = Resources.Find(resource => resource.Id == request.LastSegment && resource.IsLive);
        if (found is not null && request.IfNoneMatch) return ServerReply.Problem(412, "it exists");
        if (found is not null) return new(200, ResourceJson.Envelope(found));
        return new(201, ResourceJson.Envelope(Add((JsonObject)JsonNode.Parse(request.Body)!, request.LastSegment, now, visibleAfter, dropsMarker)));
    }

    private ServerResource Add(JsonObject json, string id, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        var made = new ServerResource
        {
            Id = id,
            Name = (string)json["name"]!,
            Owner = (string?)json["owner"],
            Size = (string)json["size"]!,
            Secret = (string?)json["secret"],
            Tags = dropsMarker ? [] : [.. (json["tags"] as JsonArray ?? []).Select(tag => (string)tag!)],
            CreatedAt = now,
            VisibleAt = now + visibleAfter,
        };
        Resources.Add(made);
        Changes++;
        return made;
    }

    private void Bury(ServerResource resource, TimeSpan now)
    {
        resource.DeletedAt = now;
        resource.DeletedIn = ++Changes;
    }

    private string NextId() => (Resources.Count + 1).ToString(CultureInfo.InvariantCulture);
}

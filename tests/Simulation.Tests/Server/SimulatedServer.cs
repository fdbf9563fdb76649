using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>The API: a pure state machine over its resources. Faults decide when it is asked and what becomes of its answer.</summary>
internal sealed partial class SimulatedServer(ServerProfile profile)
{
    private readonly Dictionary<string, StoredReply> _keys = [];
    private int _pageThreeFailures;

    /// <summary>From a 202 to the resource, or to its failure.</summary>
    public static TimeSpan OperationTime { get; } = TimeSpan.FromSeconds(20);

    public List<ServerResource> Resources { get; } = [];

    /// <summary>Changes so far.</summary>
    public int Changes { get; private set; }

    /// <summary>Requests that could have changed something.</summary>
    public int Mutations { get; private set; }

    /// <summary>Lists come in pages of one, and six strangers come first.</summary>
    public bool IsCrowded { get; set; }

    public ServerReply Handle(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        if (request.IsMutating) Mutations++;
        if (request.Path == "/elsewhere") return new(200, """{"status":"ok"}""");
        return request.Verb switch
        {
            Verb.Post => profile.HasClientAddresses ? Put(request, now, visibleAfter, dropsMarker) : Create(request, now, visibleAfter, dropsMarker),
            Verb.Put => Put(request, now, visibleAfter, dropsMarker),
            Verb.Get => Read(request, now),
            Verb.List => List(request, now),
            Verb.Delete => Delete(request, now),
            Verb.Patch => Change(request, now),
            _ => ServerReply.Problem(405, "not offered"),
        };
    }

    public ServerReply Read(ServerRequest request, TimeSpan asOf)
    {
        if (request.Path.StartsWith("/operations/", StringComparison.Ordinal)) return ReadOperation(request.Path, asOf);
        var found = Resources.FindLast(resource => resource.Id == request.LastSegment && resource.IsOfOtherAccount == request.IsOfOtherAccount && resource.IsReadableAt(asOf));
        return found is null ? ServerReply.Problem(404, "there is none") : new(200, ResourceJson.Envelope(found, asOf));
    }

    public ServerReply List(ServerRequest request, TimeSpan asOf)
    {
        var listed = Resources.Where(resource => resource.IsOfOtherAccount == request.IsOfOtherAccount && resource.IsListedAt(asOf) && !IsSucceeded(resource, asOf)
            && (!request.Query.TryGetValue("name", out var name) || resource.Name == name)
            && (!request.Query.TryGetValue("tag", out var tag) || resource.Carries(tag))).ToList();
        if (!IsCrowded) return new(200, ResourceJson.Page(listed, asOf, null));
        var page = int.Parse(request.Query.GetValueOrDefault("page", "1"), CultureInfo.InvariantCulture);
        if (page == 3 && _pageThreeFailures > 0)
        {
            _pageThreeFailures--;
            return ServerReply.Problem(500, "page 3 is broken");
        }

        var crowd = Crowd.Concat(listed).ToList();
        return new(200, ResourceJson.Page(crowd.Skip(page - 1).Take(1), asOf, page < crowd.Count ? $"/things?page={page + 1}" : null));
    }

    /// <summary>At its address another one is, which hides it.</summary>
    private bool IsSucceeded(ServerResource resource, TimeSpan asOf) =>
        !resource.IsLive && profile.HasClientAddresses && Resources.Exists(other => other.Id == resource.Id && other.IsLive && other.IsListedAt(asOf));

    private ServerReply Delete(ServerRequest request, TimeSpan now)
    {
        if (FindLive(request, now) is not { } found) return ServerReply.Problem(404, "there is none");
        Bury(found, now);
        return new(204);
    }

    /// <summary>An update, or what follows a create: done twice, either is as done once.</summary>
    private ServerReply Change(ServerRequest request, TimeSpan now)
    {
        if (FindLive(request, now) is not { } found) return ServerReply.Problem(404, "there is none");
        var json = (JsonObject)JsonNode.Parse(request.Body)!;
        if (json.ContainsKey("attached")) found.Attached++;
        else found.Change((string?)json["size"], (string?)json["secret"], now);
        return new(200, ResourceJson.Envelope(found, now));
    }

    private ServerResource? FindLive(ServerRequest request, TimeSpan now) =>
        Resources.Find(resource => resource.Id == request.LastSegment && resource.IsOfOtherAccount == request.IsOfOtherAccount && resource.IsLive && resource.CreatedAt <= now);

    private ServerReply Create(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        var body = Hash.Of(request.Body);
        if (Stored(request, now) is { } known) return known.Body == body || profile.ReplaysAnyBody ? known.Reply : ServerReply.Problem(422, "this key was used with another body");
        var json = (JsonObject)JsonNode.Parse(request.Body)!;
        var name = (string)json["name"]!;
        if (profile.HasUniqueNames && Resources.Exists(resource => resource.IsLive && resource.Name == name)) return ServerReply.Problem(409, "the name is taken");
        var made = Add(request, json, NextId(), now, visibleAfter, dropsMarker);
        var reply = ReplyFor(made, now);
        if (profile.KeyWindow is not null && request.Key is not null) _keys[request.Key] = new(reply, body, now, made.Id);
        return reply;
    }

    private ServerReply Put(ServerRequest request, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        if (!profile.HasClientAddresses) return ServerReply.Problem(405, "not offered");
        var found = Resources.Find(resource => resource.Id == request.LastSegment && resource.IsLive);
        if (found is not null && profile.RefusesSecond is { } status) return ServerReply.Problem(status, "it exists");
        if (found is not null && request.IfNoneMatch) return ServerReply.Problem(412, "it exists");
        var json = (JsonObject)JsonNode.Parse(request.Body)!;
        found?.Change((string)json["size"]!, (string?)json["secret"], now);
        if (found is not null) return new(200, ResourceJson.Envelope(found, now));
        return ReplyFor(Add(request, json, request.LastSegment, now, visibleAfter, dropsMarker), now);
    }

    private ServerReply ReplyFor(ServerResource made, TimeSpan now) => made.Operation is { } operation ? new(202, "{}") { Operation = operation } : new(201, ResourceJson.Envelope(made, now));

    private ServerReply ReadOperation(string path, TimeSpan asOf)
    {
        if (Resources.Find(resource => resource.Operation == path) is not { } made || made.CreatedAt - OperationTime > asOf) return ServerReply.Problem(404, "there is none");
        var status = made.FailsAt <= asOf ? "failed" : made.CreatedAt <= asOf ? "succeeded" : "running";
        return new(200, $$"""{"status":"{{status}}","resource":{{(status == "succeeded" ? $"\"{made.Id}\"" : "null")}}}""");
    }

    private ServerResource Add(ServerRequest request, JsonObject json, string id, TimeSpan now, TimeSpan visibleAfter, bool dropsMarker)
    {
        var createdAt = profile.HasOperations ? now + OperationTime : now;
        var made = new ServerResource
        {
            Id = id,
            Name = (string)json["name"]!,
            Owner = (string?)json["owner"],
            Size = (string)json["size"]!,
            Secret = (string?)json["secret"],
            Tags = dropsMarker || profile.DropsMarkers ? [] : [.. (json["tags"] as JsonArray ?? []).Select(tag => (string)tag!)],
            CreatedAt = createdAt,
            ReadyAt = createdAt + profile.BecomesReadyAfter,
            VisibleAt = createdAt + visibleAfter,
            IsOfOtherAccount = request.IsOfOtherAccount,
            Operation = profile.HasOperations ? $"/operations/{Resources.Count + 1}" : null,
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

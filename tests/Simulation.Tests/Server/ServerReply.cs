namespace Semel.Simulation;

/// <summary>What the server answers.</summary>
internal sealed record ServerReply(int Status, string Body = "")
{
    public string? Location { get; init; }

    /// <summary>The path of an operation.</summary>
    public string? Operation { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public ulong Digest()
    {
        var hash = new Hash((ulong)Status);
        hash.Add(Body);
        hash.Add(Location);
        hash.Add(Operation);
        return hash.Value;
    }

    public static ServerReply Problem(int status, string detail) => new(status, $$"""{"status":{{status}},"detail":"{{detail}}"}""");
}

/// <summary>What the server is asked.</summary>
internal sealed record ServerRequest(Verb Verb, string Path, IReadOnlyDictionary<string, string> Query, byte[] Body, string? Key, bool IfNoneMatch, bool IsOfOtherAccount)
{
    /// <summary>It could change something.</summary>
    public bool IsMutating => Verb is Verb.Post or Verb.Put or Verb.Patch or Verb.Delete;

    public string LastSegment => Path[(Path.LastIndexOf('/') + 1)..];

    public ulong Digest()
    {
        var hash = new Hash((ulong)Verb);
        hash.Add(Path);
        hash.Add(Hash.Of(Body));
        hash.Add(Key);
        hash.Add(IsOfOtherAccount);
        foreach (var (name, value) in Query)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.Value;
    }
}

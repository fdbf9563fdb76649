namespace Semel;

/// <summary>What the remote API lets Semel promise for one kind of resource (PROTOCOL section 3), best first.</summary>
public enum Guarantee
{
    /// <summary>PUT or POST on an address that the client chooses: exactly one, any number of runners.</summary>
    Natural,

    /// <summary>The API honours an idempotency key: exactly one, any number of runners, inside its window.</summary>
    Replay,

    /// <summary>The API rejects a second resource of the same client-chosen name: exactly one, any number of runners.</summary>
    UniqueName,

    /// <summary>A field of the create body can be listed again: exactly one with one runner, within the flight time and the list lag.</summary>
    Marker,

    /// <summary>The API offers nothing: at most one, as long as the data repository lives.</summary>
    AtMostOnce,
}

using Semel.Protocol;

namespace Semel;

/// <summary>One attempt to create: what a hand-written create sends, so that the API or a look recognises it.</summary>
/// <remarks>Its intent is recorded. Send one create with it, nothing after it, and let what goes wrong come out as it is.</remarks>
public sealed class CreateAttempt
{
    private static readonly AsyncLocal<CreateAttempt?> Ambient = new();

    private readonly IntentRecord _intent;
    private readonly Deadline _deadline;
    private readonly IdempotencyKeyField? _field;
    private int _sends;

    internal CreateAttempt(IntentRecord intent, Deadline deadline, IdempotencyKeyField? field)
    {
        (_intent, _deadline, _field) = (intent, deadline, field);
        Marker = Marker.For(intent.Key, intent.Generation);
    }

    /// <summary>The attempt that the running code belongs to; null outside of one.</summary>
    public static CreateAttempt? Current => Ambient.Value;

    /// <summary>The resource key.</summary>
    public ResourceKey Key => _intent.Key;

    /// <summary>The generation, from 1.</summary>
    public int Generation => _intent.Generation;

    /// <summary>The number of the attempt in its generation, from 1.</summary>
    public int Number => _intent.Attempts.Count;

    /// <summary>The text by which an API recognises a repeat: the same for every attempt of a generation.</summary>
    public string IdempotencyKey
    {
        get
        {
            IsKeyTaken = true;
            return _intent.IdempotencyKey;
        }
    }

    /// <summary>What to put into the resource so that a look finds it: <c>ToString()</c> for a text.</summary>
    public Marker Marker { get; }

    /// <summary>The marker as tags: that of its identity, which a list can be filtered by, and that with its generation.</summary>
    public IReadOnlyList<string> Tags => MarkerTags.Of(Marker);

    /// <summary>Nothing may be sent after it: others may have looked meanwhile.</summary>
    public DateTimeOffset Deadline => _deadline.At;

    /// <summary>Somebody asked for the idempotency key, as who sends it must.</summary>
    internal bool IsKeyTaken { get; private set; }

    /// <summary>The body of the create, where a <see cref="CreateAttemptHandler"/> saw it.</summary>
    internal OneShotContent? Sent { get; private set; }

    /// <summary>The status of its reply, where one came.</summary>
    internal int? Status { get; private set; }

    /// <summary>How long its reply asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; private set; }

    /// <summary>The given headers with the idempotency key among them; for an interface that takes headers as a map.</summary>
    /// <param name="headers">The caller's; null: none.</param>
    public IDictionary<string, string> WithKey(IDictionary<string, string>? headers)
    {
        var all = headers is null ? [] : new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        if (_field is { } field) all[field.Name] = IdempotencyKey;
        return all;
    }

    /// <summary>Runs a create as this attempt: it is <see cref="Current"/> in all that the create calls.</summary>
    internal async Task<T> RunAsync<T>(Func<CreateAttempt, CancellationToken, Task<T>> create, CancellationToken cancellationToken)
    {
        Ambient.Value = this; // an asynchronous method's value doesn't reach its caller
        return await create(this, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Guards the create on its way to the wire: with its key, once, in time.</summary>
    /// <exception cref="RepeatedSendException">It was sent before.</exception>
    internal void Guard(HttpRequestMessage request)
    {
        if (Interlocked.Increment(ref _sends) > 1)
            throw new RepeatedSendException($"A create of {Key} is sent once: a retry, a handler or the create itself tried to send a second POST. Semel repeats it where that is safe.");
        if (_field is { Place: KeyPlace.Header } field && !request.Headers.Contains(field.Name)) request.Headers.TryAddWithoutValidation(field.Name, IdempotencyKey);
        request.Content = Sent = request.Content is { } content ? new OneShotContent(content, RefuseLate) : new OneShotContent(ReadOnlyMemory<byte>.Empty, RefuseLate);
    }

    /// <summary>Notes what the create was answered with.</summary>
    /// <exception cref="RepeatedSendException">The reply is that of another address.</exception>
    internal void Note(HttpResponseMessage response, Uri? asked, TimeProvider time)
    {
        if (response.RequestMessage is { } answered && (answered.Method != HttpMethod.Post || Path(answered.RequestUri) != Path(asked)))
            throw new RepeatedSendException($"The create of {Key} was redirected: what it was answered with came from {answered.Method} {Path(answered.RequestUri)}.");
        Status = (int)response.StatusCode;
        RetryAfter = Semel.RetryAfter.Of(response, time);
    }

    private void RefuseLate()
    {
        if (_deadline.IsOver) throw new TimeoutException("the time for sending this create is over");
    }

    private static string? Path(Uri? address) => address is { IsAbsoluteUri: true } ? RequestAddress.WithoutUser(address).GetLeftPart(UriPartial.Path) : address?.OriginalString;
}

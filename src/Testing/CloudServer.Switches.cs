namespace Semel.Testing;

public sealed partial class CloudServer
{
    /// <summary>How long lists do not show what is created from now on, by the server's clock. Reading by id is not affected. Default: zero.</summary>
    public TimeSpan ListLag
    {
        get { lock (_cloud.Gate) return _cloud.ListLag; }
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_cloud.Gate) _cloud.ListLag = value;
        }
    }

    /// <summary>The most items that a page has, whatever <c>per_page</c> asks for; null: as asked for. Default: null.</summary>
    public int? PageSizeCap
    {
        get { lock (_cloud.Gate) return _cloud.PageSizeCap; }
        set
        {
            if (value is { } cap) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cap, nameof(value));
            lock (_cloud.Gate) _cloud.PageSizeCap = value;
        }
    }

    /// <summary>
    /// True: the credentials may not read, and the API hides that: a read answers 404 instead of 403 and a list is empty,
    /// though the resources are alive. Default: false.
    /// </summary>
    public bool ForbidReads
    {
        get { lock (_cloud.Gate) return _cloud.ForbidReads; }
        set { lock (_cloud.Gate) _cloud.ForbidReads = value; }
    }

    /// <summary>
    /// True: what is deleted from now on is still read and listed, with the status <c>off</c>, keeps its unique name, and
    /// can be neither updated nor deleted again. It is not among <see cref="Live"/>. Default: false.
    /// </summary>
    public bool SoftDelete
    {
        get { lock (_cloud.Gate) return _cloud.SoftDelete; }
        set { lock (_cloud.Gate) _cloud.SoftDelete = value; }
    }

    /// <summary>How the creations of databases end that begin from now on. Default: <see cref="CreationEnd.Ready"/>.</summary>
    public CreationEnd CreationEnd
    {
        get { lock (_cloud.Gate) return _cloud.CreationEnd; }
        set { lock (_cloud.Gate) _cloud.CreationEnd = value; }
    }

    /// <summary>True: an operation does not name its resource before that is ready. Default: false.</summary>
    public bool HidesNewIds
    {
        get { lock (_cloud.Gate) return _cloud.HidesNewIds; }
        set { lock (_cloud.Gate) _cloud.HidesNewIds = value; }
    }

    /// <summary>True: <c>If-None-Match: *</c> is accepted and ignored, so that a PUT replaces what is there. Default: false.</summary>
    public bool IgnoresPreconditions
    {
        get { lock (_cloud.Gate) return _cloud.IgnoresPreconditions; }
        set { lock (_cloud.Gate) _cloud.IgnoresPreconditions = value; }
    }

    /// <summary>
    /// Properties that are accepted from now on and not stored, in creates and in updates: <c>["tags", "labels", "description"]</c>
    /// drops whatever could carry a marker. Default: none.
    /// </summary>
    public IReadOnlyCollection<string> DroppedProperties
    {
        get { lock (_cloud.Gate) return _cloud.DroppedProperties; }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_cloud.Gate) _cloud.DroppedProperties = value.ToHashSet();
        }
    }

    /// <summary>
    /// As if its process had ended and begun again at the same address, with the same resources: every connection is dropped,
    /// requests that wait are lost and not applied, and keys go where <see cref="KeyRules.ForgetsOnRestart"/> says so.
    /// </summary>
    public void Restart()
    {
        CancellationTokenSource ended;
        lock (_cloud.Gate)
        {
            _cloud.Keys.ForgetAtRestart();
            ended = Interlocked.Exchange(ref _running, new CancellationTokenSource());
        }

        ended.Cancel();
        _connections.AbortAll();
    }

    /// <summary>Lists do not show what is created from now on until the task has completed. Reading by id is not affected.</summary>
    public void HideFromListsUntil(Task released)
    {
        ArgumentNullException.ThrowIfNull(released);
        lock (_cloud.Gate) _cloud.ListedAfter = released;
    }

    /// <summary>Forgets resources, requests, what was applied, and faults, and sets every switch back. Ids are not used again. Requests that still wait are not applied to the new state.</summary>
    public void Reset()
    {
        Faults.Clear();
        lock (_cloud.Gate) _cloud.Reset();
    }
}

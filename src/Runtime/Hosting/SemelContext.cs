using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Semel.Protocol;

namespace Semel;

/// <summary>What every model of a program shares: the data repository, the scope and the options.</summary>
public sealed partial class SemelContext
{
    private FingerprintKey? _fingerprintKey;

    /// <summary>Makes a context; it touches nothing before the first create.</summary>
    /// <param name="repository">Where the records are kept.</param>
    /// <param name="scope">What names are unique in: <c>prod</c>. Two accounts, or two developers, need two scopes.</param>
    /// <param name="options">Default: <see cref="SemelOptions"/> as it is.</param>
    /// <param name="loggerFactory">Default: nothing is logged.</param>
    /// <param name="timeProvider">Default: the system's clock.</param>
    /// <exception cref="ArgumentException">The scope is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SemelContext(IDataRepository repository, string scope, SemelOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(repository);
        RequireScope(scope);
        Options = options ?? new SemelOptions();
        Options.Validate();
        Repository = repository;
        Scope = scope;
        Logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Semel");
        TimeProvider = timeProvider ?? TimeProvider.System;
        Run = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
    }

    /// <summary>Where the records are kept.</summary>
    public IDataRepository Repository { get; }

    /// <summary>What names are unique in.</summary>
    public string Scope { get; }

    /// <summary>What is assumed and how long is waited.</summary>
    public SemelOptions Options { get; }

    /// <summary>Names this run in records and logs.</summary>
    public string Run { get; internal init; }

    internal static void RequireScope(string scope)
    {
        if (string.IsNullOrWhiteSpace(scope))
            throw new ArgumentException("Semel needs a scope: the label that names are unique in, such as \"prod\". Pass one to SemelContext or AddSemel.", nameof(scope));
    }

    internal ILogger Logger { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>This run, as others see it.</summary>
    internal Runner Runner => new(Host, Environment.ProcessId, Run, Repository.LockDomain, TimeProvider.GetUtcNow());

    internal string Host { get; init; } = Environment.MachineName;

    /// <summary>The fingerprints of the secrets that an input holds; null where it holds none: then no key is needed, and none is made.</summary>
    /// <exception cref="StateException">There is no key.</exception>
    internal async ValueTask<SecretFingerprints?> FingerprintsOfAsync(ResourceKey key, JsonObject input, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        if (!secrets.Any(path => JsonPathAccess.ReadAll(input, path).Any())) return null;
        _fingerprintKey ??= await FindFingerprintKeyAsync(key, cancellationToken).ConfigureAwait(false);
        return _fingerprintKey.Of(key, input, secrets);
    }

    private async ValueTask<FingerprintKey> FindFingerprintKeyAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        if (Options.FingerprintKey is { } configured) return FingerprintKey.Parse(configured);
        return await Repository.GetFingerprintKeyAsync(cancellationToken).ConfigureAwait(false) is { } kept
            ? new FingerprintKey(kept)
            : throw new StateException($"{key} has secrets, whose changes are seen by keyed fingerprints, and its data repository keeps no key. Set SemelOptions.FingerprintKey to the base64 of 32 random bytes, the same for all who share the records.");
    }

    /// <summary>The protocol's function; tests replace a row of it to prove that they would notice.</summary>
    internal Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> Next { get; init; } = CreateProtocol.Next;

    /// <summary>Stands between the protocol and the API; tests replace one effect by it.</summary>
    internal Func<IRemote, IRemote> Between { get; init; } = static remote => remote;
}

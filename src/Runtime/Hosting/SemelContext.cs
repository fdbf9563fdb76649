using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Semel;

/// <summary>What every model of a program shares: the data repository, the scope and the options.</summary>
public sealed class SemelContext
{
    /// <param name="repository">Where the records are kept.</param>
    /// <param name="scope">What names are unique in: <c>prod</c>. Two accounts, or two developers, need two scopes.</param>
    /// <param name="options">Default: <see cref="SemelOptions"/> as it is.</param>
    /// <param name="loggerFactory">Default: nothing is logged.</param>
    /// <param name="timeProvider">Default: the system's clock.</param>
    public SemelContext(IDataRepository repository, string scope, SemelOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(repository);
        if (string.IsNullOrWhiteSpace(scope))
            throw new ArgumentException("Semel needs a scope: the label that names are unique in, such as \"prod\". Pass one to SemelContext or AddSemel.", nameof(scope));
        Options = options ?? new SemelOptions();
        Options.Validate();
        Repository = repository;
        Scope = scope;
        LoggerFactory = loggerFactory ?? NullLoggerFactory.Instance;
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
    public string Run { get; }

    internal ILoggerFactory LoggerFactory { get; }

    internal TimeProvider TimeProvider { get; }
}

using Semel.Testing.Definitions;

namespace Semel.Testing;

/// <summary>Asserts that a client creates exactly one resource and loses none, whatever fault its create meets.</summary>
/// <remarks>
/// For each fault the client is run as a program is by its user: again and again until it succeeds, each time with a new
/// <see cref="HttpClient"/>, and once more after that. Then the server is asked: exactly one resource has come to life, and the
/// client knows its id. No test framework is needed.
/// </remarks>
public static class ExactlyOnce
{
    /// <summary>Runs a client against the small cloud.</summary>
    /// <param name="cloud">The server; its switches and what is there stay as they are.</param>
    /// <param name="kind">What the client creates: one of <see cref="CloudKind"/>.</param>
    /// <param name="client">Makes sure that the resource <see cref="ClientRun.Name"/> is there, and gives its id.</param>
    /// <param name="options">Which faults, and how many runs.</param>
    /// <param name="cancellationToken">Handed to the client; ends the assertion.</param>
    /// <exception cref="ExactlyOnceException">There was none, there was more than one, or the client did not learn its id.</exception>
    public static Task<ExactlyOnceReport> AssertAsync(
        CloudServer cloud, string kind, Func<ClientRun, Task<string>> client, ExactlyOnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        ResourceDefinition definition = Catalogue.Get(kind);
        var target = new CreateTarget
        {
            Method = definition.PutCreates ? "PUT" : "POST",
            Path = definition.PutCreates ? definition.ItemPath : definition.CollectionPath,
            LiveIdsAsync = () => Task.FromResult<IReadOnlyCollection<string>>([.. cloud.Live(kind).Select(resource => resource[definition.IdProperty]!.ToString())]),
            CreateClient = cloud.CreateClient,
            Server = cloud.Faults,
        };
        return AssertAsync(target, client, options, cancellationToken);
    }

    /// <summary>Runs a client against any server.</summary>
    /// <param name="target">The server, and the create that meets the faults.</param>
    /// <param name="client">Makes sure that the resource <see cref="ClientRun.Name"/> is there, and gives its id.</param>
    /// <param name="options">Which faults, and how many runs.</param>
    /// <param name="cancellationToken">Handed to the client; ends the assertion.</param>
    /// <exception cref="ExactlyOnceException">There was none, there was more than one, or the client did not learn its id.</exception>
    public static async Task<ExactlyOnceReport> AssertAsync(
        CreateTarget target, Func<ClientRun, Task<string>> client, ExactlyOnceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(client);
        options ??= new ExactlyOnceOptions();
        options.Validate();
        List<ExactlyOnceRow> rows = [];
        foreach (CreateFault fault in options.Faults)
        {
            var trial = new ExactlyOnceTrial(target, client, options, $"exactly-once-{rows.Count + 1}");
            rows.Add(await trial.RunAsync(fault, cancellationToken).ConfigureAwait(false));
        }

        var report = new ExactlyOnceReport(rows);
        return report.Holds ? report : throw new ExactlyOnceException(report);
    }
}

#if ALERTMANAGER
using AlertmanagerModels;

namespace Semel.Processes;

/// <summary>A POST without an id makes a new silence each time, and is answered with nothing but its id; a deleted one stays, as expired.</summary>
[ExtensionModel("alertmanager/openapi.yaml", "/silences", Namespace = "AlertmanagerModels", Gone = "status.state=expired")]
internal sealed partial class Silences
{
    /// <summary>From now until long after the test.</summary>
    public static PostableSilence Of(string instance) => new()
    {
        Matchers = [new Matcher { Name = "alertname", Value = instance, IsRegex = false }],
        StartsAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero),
        CreatedBy = "semel",
        Comment = $"maintenance of {instance}",
    };
}
#endif

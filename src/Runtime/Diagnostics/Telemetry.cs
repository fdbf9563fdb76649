using System.Diagnostics;
using System.Diagnostics.Metrics;
using Semel.Protocol;

namespace Semel;

/// <summary>One activity source and one meter, both named <c>Semel</c>.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new("Semel");
    private static readonly Meter Meter = new("Semel");
    private static readonly Counter<long> Ensures = Meter.CreateCounter<long>("semel.ensures", "{ensure}", "Ensured creates, by model and outcome.");
    private static readonly Counter<long> Posts = Meter.CreateCounter<long>("semel.posts", "{request}", "POSTs that were begun, by model.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("semel.failures", "{failure}", "Creates that stopped, by model and error.");

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("semel.steps", "{step}", "Steps of workflows, by workflow and what they came to.");

    public static Activity? StartStep(string workflow, string step)
    {
        var activity = Source.StartActivity("semel.step");
        activity?.SetTag("semel.workflow", workflow).SetTag("semel.step", step);
        return activity;
    }

    public static void EndedStep(Activity? activity, string workflow, Workflows.StepResult result)
    {
        activity?.SetTag("semel.state", result.State.ToString());
        if (!result.IsSuccess) activity?.SetStatus(ActivityStatusCode.Error, result.Error?.GetType().Name);
        Steps.Add(1, new("semel.workflow", workflow), new("semel.state", result.State.ToString()));
    }

    public static Activity? Start(ResourceKey key)
    {
        var activity = Source.StartActivity("semel.ensure");
        activity?.SetTag("semel.scope", key.Scope).SetTag("semel.model", key.Model).SetTag("semel.instance", key.Instance);
        return activity;
    }

    public static void Decided(Activity? activity, Decision decision)
    {
        if (activity is { IsAllDataRequested: true })
            activity.AddEvent(new ActivityEvent(decision.Effect.GetType().Name, tags: new() { ["semel.reason"] = decision.Reason }));
    }

    public static void Posting(ResourceKey key) => Posts.Add(1, new KeyValuePair<string, object?>("semel.model", key.Model));

    public static void Ended(Activity? activity, CreatePolicy policy, Outcome outcome, bool verified)
    {
        activity?.SetTag("semel.outcome", outcome.ToString()).SetTag("semel.verified", verified);
        Ensures.Add(1, new("semel.model", policy.Key.Model), new("semel.outcome", outcome.ToString()));
    }

    public static void Failed(Activity? activity, CreatePolicy policy, Exception exception)
    {
        activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
        Failures.Add(1, new("semel.model", policy.Key.Model), new("error.type", exception.GetType().Name));
    }
}

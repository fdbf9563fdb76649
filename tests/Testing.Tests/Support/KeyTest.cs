namespace Semel.Testing.Tests.Support;

/// <summary>A test that creates volumes under idempotency keys.</summary>
public abstract class KeyTest : CloudTest
{
    private protected KeyRules Rules
    {
        set => Server.Keys[CloudKind.Volumes] = value;
    }

    private protected FaultTrigger Create => Server.Faults.On("POST", "/v1/volumes");

    private protected Task<Answer> SendAsync(string? key = "key", string name = "data") => Http.SendAsync(
        "POST", "/v1/volumes", Bodies.Volume(name), headers: key is null ? [] : [("Idempotency-Key", key)]);

    private protected void AssertApplied(int count) =>
        Assert.Equal((count, count), (Server.Applied.Count, Server.Count(CloudKind.Volumes)));

    /// <summary>A fresh answer, an answer to a repeat, or another status.</summary>
    private protected static string Describe(Answer answer) =>
        answer.Status == 201 ? (answer.Header("Idempotency-Replayed") == "true" ? "replayed" : "created") : $"{answer.Status} {answer.Error}";
}

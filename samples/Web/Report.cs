using Spectre.Console;

namespace Semel.Samples.Web;

/// <summary>Prints what each step came to: coloured in a terminal, plain lines elsewhere.</summary>
internal sealed class Report(IAnsiConsole console)
{
    /// <summary>Steps that failed or were skipped.</summary>
    public int Unfinished { get; private set; }

    public Task<Ensured<T>?> StepAsync<T>(string step, Func<Task<Ensured<T>>> create) => StepAsync(step, [], create);

    /// <summary>Runs a step when all that it needs is there; null when it isn't or when the step failed.</summary>
    public async Task<Ensured<T>?> StepAsync<T>(string step, IReadOnlyList<object?> needs, Func<Task<Ensured<T>>> create)
    {
        if (needs.Contains(null))
        {
            Print(step, "skipped", "grey", "a step above that it needs has failed");
            Unfinished++;
            return null;
        }

        try
        {
            var ensured = await create();
            Print(step, ensured.Outcome.ToString().ToLowerInvariant(), ensured.Outcome == Outcome.Reused ? "blue" : "green", $"{ensured.Id}: {ensured.Reason}");
            return ensured;
        }
        catch (SemelException exception)
        {
            Print(step, "failed", "red", exception.Message);
            Unfinished++;
            return null;
        }
    }

    private void Print(string step, string outcome, string colour, string detail) =>
        console.MarkupLine($"  {Markup.Escape(step),-20} [{colour}]{outcome,-9}[/] {Markup.Escape(detail)}");
}

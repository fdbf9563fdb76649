namespace Semel.Analyzers.Tests.Shapes;

/// <summary>A shape of code that statements, or an expression, stand in.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Code">A file of its own, with <c>STATEMENTS</c> or <c>EXPRESSION</c>, <c>PARAMETERS</c>, <c>ARGUMENTS</c> and <c>LOCALS</c> in it.</param>
public sealed record Shape(string Name, string Code)
{
    public bool TakesExpression => Code.Contains("EXPRESSION", StringComparison.Ordinal);

    /// <summary>A program has one file of statements only, so that each subject is a program of its own.</summary>
    public bool IsProgram => Code.Contains("LOCALS", StringComparison.Ordinal);

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("method", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { STATEMENTS } }"),
        new("method of parameters", "public static class Job { public static async Task RunAsync(PARAMETERS) { STATEMENTS } }"),
        new("extension method", "public static class Job { public static async Task RunAsync(this object job, PARAMETERS) { STATEMENTS } }"),
        new("expression body", "public sealed class Job(PARAMETERS) { public Task RunAsync() => EXPRESSION; }"),
        new("partial class", "public partial class Job { public async Task RunAsync() { STATEMENTS } } public partial class Job(PARAMETERS);"),
        new("partial method", "public partial class Job(PARAMETERS) { public partial Task RunAsync(); } public partial class Job { public async partial Task RunAsync() { STATEMENTS } }"),
        new("asynchronous iterator", "public sealed class Job(PARAMETERS) { public async IAsyncEnumerable<int> RunAsync() { yield return 0; STATEMENTS yield return 1; } }"),
        new("local function", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { await InnerAsync(); async Task InnerAsync() { STATEMENTS } } }"),
        new("local function with an expression body", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { await InnerAsync(); Task InnerAsync() => EXPRESSION; } }"),
        new("static local function", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { await InnerAsync(ARGUMENTS); static async Task InnerAsync(PARAMETERS) { STATEMENTS } } }"),
        new("lambda", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { Func<Task> run = async () => { STATEMENTS }; await run(); } }"),
        new("lambda with an expression body", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { Func<Task> run = () => EXPRESSION; await run(); } }"),
        new("anonymous method", "public sealed class Job(PARAMETERS) { public async Task RunAsync() { Func<Task> run = async delegate { STATEMENTS }; await run(); } }"),
        new("handler of an event", "public sealed class Job(PARAMETERS) { public async void OnClick(object sender, EventArgs args) { STATEMENTS } }"),
        new("explicit implementation", "public sealed class Job(PARAMETERS) : IRun { async Task IRun.RunAsync() { STATEMENTS } }"),
        new("generic method of a generic class", "public sealed class Job<T>(PARAMETERS) { public async Task RunAsync<TOther>() { STATEMENTS } }"),
        new("nested class", "public sealed class Outer { private sealed class Job(PARAMETERS) { public async Task RunAsync() { STATEMENTS } } }"),
        new("record", "public sealed record Job(PARAMETERS) { public async Task RunAsync() { STATEMENTS } }"),
        new("struct", "public readonly struct Job(PARAMETERS) { public async Task RunAsync() { await InnerAsync(ARGUMENTS); static async Task InnerAsync(PARAMETERS) { STATEMENTS } } }"),
        new("branches and blocks", "public sealed class Job(PARAMETERS) { public async Task RunAsync(int n) { switch (n) { case 1: using (new MemoryStream()) { checked { STATEMENTS } } break; } } }"),
        new("program", "LOCALS { STATEMENTS }"),
        new("local function of a program", "LOCALS await InnerAsync(); async Task InnerAsync() { { STATEMENTS } }"),
        new("lambda of a program", "LOCALS Func<Task> run = async () => { { STATEMENTS } }; await run();"),
    ];

    /// <summary>The subjects that the shape can hold, each in a file of its own.</summary>
    public IReadOnlyList<(string Name, string Text)> Files() => [.. Subjects.Select(subject => ($"{subject.Rule}.cs", File(subject)))];

    private string File(Subject subject)
    {
        var parameters = string.Join(", ", Subject.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        var locals = string.Concat(Subject.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name} = {(parameter.Type == "string" ? "args[0]" : "null!")}; "));
        return (IsProgram ? "" : $"namespace {subject.Rule};\n") + Code
            .Replace("PARAMETERS", parameters, StringComparison.Ordinal)
            .Replace("ARGUMENTS", string.Join(", ", Subject.Parameters.Select(parameter => parameter.Name)), StringComparison.Ordinal)
            .Replace("LOCALS", locals, StringComparison.Ordinal)
            .Replace("STATEMENTS", subject.Statements, StringComparison.Ordinal)
            .Replace("EXPRESSION", subject.Expression, StringComparison.Ordinal);
    }

    /// <summary>A repository that a program makes is made once.</summary>
    public IEnumerable<Subject> Subjects => Subject.All.Where(subject => (!TakesExpression || subject.Expression is not null) && !(IsProgram && subject.Rule == "SEM4003"));
}

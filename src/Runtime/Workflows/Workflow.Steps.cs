namespace Semel.Workflows;

/// <summary>Steps with a body of their own.</summary>
public sealed partial class Workflow
{
    /// <summary>Adds a step with a body of its own, which may create several resources. A plan runs it too: see <see cref="StepRun.IsPlan"/>.</summary>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="body">Does it.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ArgumentException">The name is taken, or a step that it needs is another workflow's.</exception>
    public Step<T> Step<T>(string name, Func<StepRun, Task<T>> body, StepOptions? options = null) =>
        Add(name, options, isDeclared: false, [], (run, outputs) => body(run));

    /// <inheritdoc cref="Step{T}(string, Func{StepRun, Task{T}}, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="needs">What it receives from other steps.</param>
    /// <param name="body">Does it.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Step<A, T>(string name, IOutput<A> needs, Func<StepRun, A, Task<T>> body, StepOptions? options = null) =>
        Add(name, options, isDeclared: false, needs.Sources, (run, outputs) => body(run, needs.Read(outputs)));

    /// <inheritdoc cref="Step{T}(string, Func{StepRun, Task{T}}, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="needs">What it receives from other steps.</param>
    /// <param name="body">Does it.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Step<A, B, T>(string name, (IOutput<A>, IOutput<B>) needs, Func<StepRun, A, B, Task<T>> body, StepOptions? options = null) =>
        Add(name, options, isDeclared: false, [.. needs.Item1.Sources, .. needs.Item2.Sources], (run, outputs) => body(run, needs.Item1.Read(outputs), needs.Item2.Read(outputs)));

    /// <inheritdoc cref="Step{T}(string, Func{StepRun, Task{T}}, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="needs">What it receives from other steps.</param>
    /// <param name="body">Does it.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Step<A, B, C, T>(string name, (IOutput<A>, IOutput<B>, IOutput<C>) needs, Func<StepRun, A, B, C, Task<T>> body, StepOptions? options = null) =>
        Add(name, options, isDeclared: false, [.. needs.Item1.Sources, .. needs.Item2.Sources, .. needs.Item3.Sources], (run, outputs) => body(run, needs.Item1.Read(outputs), needs.Item2.Read(outputs), needs.Item3.Read(outputs)));

    /// <summary>Adds a step for each item: <c>name/item</c>.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="body">Does it for one item.</param>
    /// <param name="options">How each is run.</param>
    /// <exception cref="ArgumentException">A name is taken, or a step that they need is another workflow's.</exception>
    public Steps<T> ForEach<T>(string name, IEnumerable<string> items, Func<StepRun, string, Task<T>> body, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: false, [], (run, item, outputs) => body(run, item));

    /// <inheritdoc cref="ForEach{T}(string, IEnumerable{string}, Func{StepRun, string, Task{T}}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="needs">What each receives from other steps.</param>
    /// <param name="body">Does it for one item.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> ForEach<A, T>(string name, IEnumerable<string> items, IOutput<A> needs, Func<StepRun, string, A, Task<T>> body, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: false, needs.Sources, (run, item, outputs) => body(run, item, needs.Read(outputs)));

    /// <inheritdoc cref="ForEach{T}(string, IEnumerable{string}, Func{StepRun, string, Task{T}}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="needs">What each receives from other steps.</param>
    /// <param name="body">Does it for one item.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> ForEach<A, B, T>(string name, IEnumerable<string> items, (IOutput<A>, IOutput<B>) needs, Func<StepRun, string, A, B, Task<T>> body, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: false, [.. needs.Item1.Sources, .. needs.Item2.Sources], (run, item, outputs) => body(run, item, needs.Item1.Read(outputs), needs.Item2.Read(outputs)));

    /// <inheritdoc cref="ForEach{T}(string, IEnumerable{string}, Func{StepRun, string, Task{T}}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="needs">What each receives from other steps.</param>
    /// <param name="body">Does it for one item.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> ForEach<A, B, C, T>(string name, IEnumerable<string> items, (IOutput<A>, IOutput<B>, IOutput<C>) needs, Func<StepRun, string, A, B, C, Task<T>> body, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: false, [.. needs.Item1.Sources, .. needs.Item2.Sources, .. needs.Item3.Sources], (run, item, outputs) => body(run, item, needs.Item1.Read(outputs), needs.Item2.Read(outputs), needs.Item3.Read(outputs)));
}

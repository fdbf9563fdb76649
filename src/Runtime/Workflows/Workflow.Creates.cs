namespace Semel.Workflows;

/// <summary>Steps that say what to create and do nothing else: two that make one resource are refused before anything is sent.</summary>
public sealed partial class Workflow
{
    /// <summary>Adds a step that creates one resource: <c>Create("network", networks.CreateAsync, new NetworkRequest { … })</c>.</summary>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ArgumentException">The name is taken, or a step that it needs is another workflow's.</exception>
    public Step<T> Create<TRequest, T>(string name, Func<TRequest, CancellationToken, Task<T>> create, TRequest request, StepOptions? options = null) =>
        Add(name, options, isDeclared: true, [], (run, outputs) => create(request, run.CancellationToken));

    /// <inheritdoc cref="Create{TRequest, T}(string, Func{TRequest, CancellationToken, Task{T}}, TRequest, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What the request is made of.</param>
    /// <param name="request">Says what is wanted; it does nothing else.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Create<A, TRequest, T>(string name, Func<TRequest, CancellationToken, Task<T>> create, IOutput<A> needs, Func<A, TRequest> request, StepOptions? options = null) =>
        Add(name, options, isDeclared: true, needs.Sources, (run, outputs) => create(request(needs.Read(outputs)), run.CancellationToken));

    /// <inheritdoc cref="Create{TRequest, T}(string, Func{TRequest, CancellationToken, Task{T}}, TRequest, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What the request is made of.</param>
    /// <param name="request">Says what is wanted; it does nothing else.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Create<A, B, TRequest, T>(string name, Func<TRequest, CancellationToken, Task<T>> create, (IOutput<A>, IOutput<B>) needs, Func<A, B, TRequest> request, StepOptions? options = null) =>
        Add(name, options, isDeclared: true, [.. needs.Item1.Sources, .. needs.Item2.Sources], (run, outputs) => create(request(needs.Item1.Read(outputs), needs.Item2.Read(outputs)), run.CancellationToken));

    /// <inheritdoc cref="Create{TRequest, T}(string, Func{TRequest, CancellationToken, Task{T}}, TRequest, StepOptions?)"/>
    /// <param name="name">Its name, unique in the workflow.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What the request is made of.</param>
    /// <param name="request">Says what is wanted; it does nothing else.</param>
    /// <param name="options">How it is run.</param>
    public Step<T> Create<A, B, C, TRequest, T>(string name, Func<TRequest, CancellationToken, Task<T>> create, (IOutput<A>, IOutput<B>, IOutput<C>) needs, Func<A, B, C, TRequest> request, StepOptions? options = null) =>
        Add(name, options, isDeclared: true, [.. needs.Item1.Sources, .. needs.Item2.Sources, .. needs.Item3.Sources], (run, outputs) => create(request(needs.Item1.Read(outputs), needs.Item2.Read(outputs), needs.Item3.Read(outputs)), run.CancellationToken));

    /// <summary>Adds a step for each item that creates one resource: <c>name/item</c>.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="request">Says what is wanted for an item; it does nothing else.</param>
    /// <param name="options">How each is run.</param>
    /// <exception cref="ArgumentException">A name is taken, or a step that they need is another workflow's.</exception>
    public Steps<T> CreateEach<TRequest, T>(string name, IEnumerable<string> items, Func<TRequest, CancellationToken, Task<T>> create, Func<string, TRequest> request, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: true, [], (run, item, outputs) => create(request(item), run.CancellationToken));

    /// <inheritdoc cref="CreateEach{TRequest, T}(string, IEnumerable{string}, Func{TRequest, CancellationToken, Task{T}}, Func{string, TRequest}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What each request is made of.</param>
    /// <param name="request">Says what is wanted for an item; it does nothing else.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> CreateEach<A, TRequest, T>(string name, IEnumerable<string> items, Func<TRequest, CancellationToken, Task<T>> create, IOutput<A> needs, Func<string, A, TRequest> request, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: true, needs.Sources, (run, item, outputs) => create(request(item, needs.Read(outputs)), run.CancellationToken));

    /// <inheritdoc cref="CreateEach{TRequest, T}(string, IEnumerable{string}, Func{TRequest, CancellationToken, Task{T}}, Func{string, TRequest}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What each request is made of.</param>
    /// <param name="request">Says what is wanted for an item; it does nothing else.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> CreateEach<A, B, TRequest, T>(string name, IEnumerable<string> items, Func<TRequest, CancellationToken, Task<T>> create, (IOutput<A>, IOutput<B>) needs, Func<string, A, B, TRequest> request, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: true, [.. needs.Item1.Sources, .. needs.Item2.Sources], (run, item, outputs) => create(request(item, needs.Item1.Read(outputs), needs.Item2.Read(outputs)), run.CancellationToken));

    /// <inheritdoc cref="CreateEach{TRequest, T}(string, IEnumerable{string}, Func{TRequest, CancellationToken, Task{T}}, Func{string, TRequest}, StepOptions?)"/>
    /// <param name="name">What their names begin with.</param>
    /// <param name="items">The items, which must differ.</param>
    /// <param name="create">The create of a model.</param>
    /// <param name="needs">What each request is made of.</param>
    /// <param name="request">Says what is wanted for an item; it does nothing else.</param>
    /// <param name="options">How each is run.</param>
    public Steps<T> CreateEach<A, B, C, TRequest, T>(string name, IEnumerable<string> items, Func<TRequest, CancellationToken, Task<T>> create, (IOutput<A>, IOutput<B>, IOutput<C>) needs, Func<string, A, B, C, TRequest> request, StepOptions? options = null) =>
        AddEach(name, items, options, isDeclared: true, [.. needs.Item1.Sources, .. needs.Item2.Sources, .. needs.Item3.Sources], (run, item, outputs) => create(request(item, needs.Item1.Read(outputs), needs.Item2.Read(outputs), needs.Item3.Read(outputs)), run.CancellationToken));
}

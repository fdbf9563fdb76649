using Microsoft.Extensions.DependencyInjection;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>The decorator takes the place of whatever is registered, with its lifetime and its key.</summary>
[Trait("Feature", "A6")]
public sealed class DecoratorTests
{
    private static ServiceCollection Services(Scenario scenario)
    {
        var services = new ServiceCollection();
        services.AddSingleton(scenario.Semel);
        services.AddSingleton(scenario.Http);
        return services;
    }

    public static TheoryData<string> Registrations => ["transient type", "scoped type", "singleton type", "factory", "instance", "typed client", "Refit's", "keyed type", "keyed factory", "keyed instance"];

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task EveryRegistration_IsDecorated(string registration)
    {
        await using var scenario = await Scenario.StartAsync();
        var services = Services(scenario);
        switch (registration)
        {
            case "transient type": services.AddTransient<IRefitCloud, RefitCloud>(); break;
            case "scoped type": services.AddScoped<IRefitCloud, RefitCloud>(); break;
            case "singleton type": services.AddSingleton<IRefitCloud, RefitCloud>(); break;
            case "factory": services.AddScoped<IRefitCloud>(provider => new RefitCloud(provider.GetRequiredService<HttpClient>())); break;
            case "instance": services.AddSingleton<IRefitCloud>(new RefitCloud(scenario.Http)); break;
            case "typed client": services.AddHttpClient<IRefitCloud, RefitCloud>(http => http.BaseAddress = scenario.Cloud.BaseAddress); break;
            case "Refit's": services.AddHttpClient("Refit.IRefitCloud", http => http.BaseAddress = scenario.Cloud.BaseAddress).AddTypedClient<IRefitCloud>((http, _) => new RefitCloud(http)); break; // as AddRefitClient does
            case "keyed type": services.AddKeyedScoped<IRefitCloud, RefitCloud>("eu"); break;
            case "keyed factory": services.AddKeyedTransient<IRefitCloud>("eu", (provider, key) => Equals(key, "eu") ? new RefitCloud(provider.GetRequiredService<HttpClient>()) : throw new InvalidOperationException()); break;
            case "keyed instance": services.AddKeyedSingleton<IRefitCloud>("eu", new RefitCloud(scenario.Http)); break;
        }

        var lifetime = services.Single(service => service.ServiceType == typeof(IRefitCloud)).Lifetime;
        services.AddIdempotentRefitCloud().AddIdempotentRefitCloud();

        Assert.Equal(lifetime, services.Single(service => service.ServiceType == typeof(IRefitCloud) && service.ServiceKey is null or "eu").Lifetime);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        for (var i = 0; i < 2; i++)
        {
            var cloud = registration.StartsWith("keyed", StringComparison.Ordinal) ? scope.ServiceProvider.GetRequiredKeyedService<IRefitCloud>("eu") : scope.ServiceProvider.GetRequiredService<IRefitCloud>();
            Assert.IsType<IdempotentRefitCloud>(cloud);
            await cloud.CreateNetworkAsync(new("web-1"));
        }

        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Networks));
    }

    /// <summary>The interface has no parameter for the key: the handler in the factory's client finds the attempt, and the second one sends the same.</summary>
    [Fact]
    [Trait("Feature", "E5")]
    public async Task IdempotencyKey_TravelsThroughTheClientOfAFactory_WithoutAParameterForIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var services = Services(scenario);
        services.AddHttpClient("keyless", http => http.BaseAddress = scenario.Cloud.BaseAddress).AddHttpMessageHandler(() => new CreateAttemptHandler()).AddTypedClient<IKeylessVolumes>((http, _) => new KeylessVolumes(http));
        services.AddIdempotentKeylessVolumes();
        scenario.Cloud.Faults.On("POST", "/v1/volumes").FailAfterApplying();
        await using var provider = services.BuildServiceProvider();

        var created = await scenario.WaitingOutAsync(provider.GetRequiredService<IKeylessVolumes>().CreateAsync("web-1"));

        var keys = scenario.Cloud.Mutations.Select(request => request.Headers["Idempotency-Key"].ToString()).ToList();
        Assert.Equal((2, 1, 1), (keys.Count, keys.Distinct().Count(), scenario.Cloud.Count(CloudKind.Volumes)));
        Assert.Equal(scenario.Cloud.Live(CloudKind.Volumes)[0]["id"]!.ToString(), created.Id);
    }

    [Fact]
    public async Task SeveralRegistrations_AreAllDecorated_EachAroundItsOwn()
    {
        await using var scenario = await Scenario.StartAsync();
        var services = Services(scenario);
        services.AddSingleton<IRefitCloud, RefitCloud>().AddSingleton<IRefitCloud>(new RefitCloud(scenario.Http)).AddKeyedSingleton<IRefitCloud, RefitCloud>(7);
        services.AddIdempotentRefitCloud();
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(2, provider.GetServices<IRefitCloud>().Count(cloud => cloud is IdempotentRefitCloud));
        Assert.IsType<IdempotentRefitCloud>(provider.GetRequiredKeyedService<IRefitCloud>(7));
    }

    [Fact]
    public async Task WithoutARegistration_ItSaysWhatToDo()
    {
        await using var scenario = await Scenario.StartAsync();
        var missing = Assert.Throws<InvalidOperationException>(() => Services(scenario).AddIdempotentRefitCloud());
        Assert.Contains("register it first", missing.Message, StringComparison.Ordinal);
        var services = Services(scenario);
        services.AddKeyedTransient<IRefitCloud, RefitCloud>(KeyedService.AnyKey);
        Assert.Contains("any key", Assert.Throws<InvalidOperationException>(() => services.AddIdempotentRefitCloud()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposal_StaysWithTheContainer()
    {
        await using var scenario = await Scenario.StartAsync();
        var services = Services(scenario);
        services.AddSingleton<IPlain, Plain>();
        services.AddIdempotentPlain();
        Plain inner;
        await using (var provider = services.BuildServiceProvider())
        {
            var plain = provider.GetRequiredService<IPlain>();
            plain.Count = 3;
            inner = Plain.Last!;
            Assert.Equal((3, 3, false), (plain.Count, inner.Count, inner.IsDisposed));
            var changed = 0;
            plain.Changed += (_, _) => changed++;
            Assert.Equal("x", plain.Echo("x"));
            Assert.Equal(1, changed);
        }

        Assert.True(inner.IsDisposed);
    }

    [Fact]
    public async Task EveryOtherMember_PassesStraightThrough()
    {
        var inner = new Plain();
        IPlain plain = new IdempotentPlain(inner, new SemelContext(new MemoryDataRepository(), "test"));
        var value = 1;
        plain.Reference(ref value) = 5;
        Assert.Equal((5, 6), (value, plain.Sum(in value, 1)));
        plain["x"] = "y";
        Assert.Equal(("y", "inherited", "by default", "private"), (plain["x"], plain.Inherited, plain.Default(), plain.Open()));
        Assert.True(plain.TryGet("x", out var got));
        Assert.Equal("y", got);
        Assert.Equal("x", await plain.CreateAsync("x"));
        Assert.Equal("x", await plain.CreateAsync("x"));
        Assert.Equal(1, inner.Creates);
    }

    internal sealed class Plain : IPlain, IDisposable
    {
        public Plain() => Last = this;

        public static Plain? Last { get; private set; }

        public bool IsDisposed { get; private set; }

        public int Count { get; set; }

        public event EventHandler? Changed;

        public T Echo<T>(T value)
        {
            Changed?.Invoke(this, EventArgs.Empty);
            return value;
        }

        private readonly Dictionary<string, string> _texts = [];

        public string Inherited => "inherited";

        public int Creates { get; private set; }

        public string this[string key]
        {
            get => _texts[key];
            set => _texts[key] = value;
        }

        public ref int Reference(ref int value) => ref value;

        public int Sum(in int left, int right) => left + right;

        public bool TryGet(string key, out string? text) => _texts.TryGetValue(key, out text);

        public Task<string> CreateAsync(string name)
        {
            Creates++;
            return Task.FromResult(name);
        }

        public void Dispose() => IsDisposed = true;
    }
}

/// <summary>Members of several kinds beside a create.</summary>
public interface IPlain : IInherited
{
    string this[string key] { get; set; }

    ref int Reference(ref int value);

    int Sum(in int left, int right);

    bool TryGet(string key, out string? text);

    string Default() => "by default";

    sealed string Open() => Hidden();

    private string Hidden() => "private";

    int Count { get; set; }

    event EventHandler? Changed;

    T Echo<T>(T value);

    [Idempotent(Key = "name")]
    Task<string> CreateAsync(string name);
}

/// <summary>What <see cref="IPlain"/> inherits.</summary>
public interface IInherited
{
    string Inherited { get; }
}

/// <summary>An interface that has no parameter for an idempotency key.</summary>
public interface IKeylessVolumes
{
    [Idempotent(Key = "name", Model = "Volumes", IdempotencyKey = "Idempotency-Key", Read = nameof(GetAsync))]
    Task<Thing> CreateAsync(string name, CancellationToken cancellationToken = default);

    Task<Thing?> GetAsync(string id, CancellationToken cancellationToken = default);
}

internal sealed class KeylessVolumes(HttpClient http) : IKeylessVolumes
{
    private readonly CloudApi _api = new(http);

    public Task<Thing> CreateAsync(string name, CancellationToken cancellationToken) => _api.PostAsync("volumes", new(name), null, cancellationToken);

    public Task<Thing?> GetAsync(string id, CancellationToken cancellationToken) => _api.GetAsync("volumes", id, cancellationToken);
}

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

    public static TheoryData<string> Registrations => ["transient type", "scoped type", "singleton type", "factory", "instance", "typed client", "keyed type", "keyed factory", "keyed instance"];

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

        public Task<string> CreateAsync(string name) => Task.FromResult(name);

        public void Dispose() => IsDisposed = true;
    }
}

/// <summary>Members of several kinds beside a create.</summary>
public interface IPlain
{
    int Count { get; set; }

    event EventHandler? Changed;

    T Echo<T>(T value);

    [Idempotent(Key = "name")]
    Task<string> CreateAsync(string name);
}

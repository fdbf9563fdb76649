using Microsoft.Extensions.DependencyInjection;

namespace Semel;

/// <summary>Decorates what is registered, whatever kind of registration it is.</summary>
public static class IdempotentServices
{
    /// <summary>Puts a decorator in front of every registration of a service that is there, with its lifetime and its key. Called again, it decorates what came since.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="decorate">Makes the decorator of a service and the program's <see cref="SemelContext"/>.</param>
    /// <exception cref="InvalidOperationException">The service isn't registered, or it is for any key.</exception>
    public static IServiceCollection Decorate<TService>(IServiceCollection services, Func<TService, SemelContext, TService> decorate) where TService : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(decorate);
        var any = false;
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is not { } service || service.ServiceType != typeof(TService)) continue;
            any = true;
            if (service.ServiceKey is InnerKey || IsDecoration(service)) continue;
            if (Equals(service.ServiceKey, KeyedService.AnyKey)) throw new InvalidOperationException($"{typeof(TService)} is registered for any key, which can't be decorated: register the keys that are used.");
            var inner = new InnerKey(typeof(TService));
            var decoration = new Decoration<TService>(inner, decorate);
            services[i] = service.IsKeyedService
                ? new ServiceDescriptor(typeof(TService), service.ServiceKey, decoration.CreateKeyed, service.Lifetime)
                : new ServiceDescriptor(typeof(TService), decoration.Create, service.Lifetime);
            services.Add(Moved(service, inner));
        }

        return any ? services : throw new InvalidOperationException($"{typeof(TService)} isn't registered: register it first, then what makes it idempotent.");
    }

    private static bool IsDecoration(ServiceDescriptor service) =>
        (service.IsKeyedService ? service.KeyedImplementationFactory?.Target : service.ImplementationFactory?.Target) is Decoration;

    /// <summary>The registration as it was, under a key of ours: the container makes it and disposes of it as before.</summary>
    private static ServiceDescriptor Moved(ServiceDescriptor service, InnerKey inner)
    {
        var (type, lifetime) = (service.ServiceType, service.Lifetime);
        if (service.IsKeyedService)
        {
            if (service.KeyedImplementationInstance is { } instance) return new ServiceDescriptor(type, inner, instance);
            if (service.KeyedImplementationFactory is { } factory)
            {
                var key = service.ServiceKey;
                return new ServiceDescriptor(type, inner, (provider, _) => factory(provider, key), lifetime);
            }

            return new ServiceDescriptor(type, inner, service.KeyedImplementationType!, lifetime);
        }

        if (service.ImplementationInstance is { } single) return new ServiceDescriptor(type, inner, single);
        return service.ImplementationFactory is { } make
            ? new ServiceDescriptor(type, inner, (provider, _) => make(provider), lifetime)
            : new ServiceDescriptor(type, inner, service.ImplementationType!, lifetime);
    }

    private abstract class Decoration;

    private sealed class Decoration<TService>(InnerKey inner, Func<TService, SemelContext, TService> decorate) : Decoration where TService : class
    {
        public object Create(IServiceProvider provider) => decorate(provider.GetRequiredKeyedService<TService>(inner), provider.GetRequiredService<SemelContext>());

        public object CreateKeyed(IServiceProvider provider, object? key) => Create(provider);
    }

    /// <summary>Equal to itself only; it says in an error what it stands for.</summary>
    private sealed class InnerKey(Type service)
    {
        public override string ToString() => $"what {service} decorates";
    }
}

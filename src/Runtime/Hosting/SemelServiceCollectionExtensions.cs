using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Semel;

/// <summary>Registers what models need.</summary>
public static class SemelServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="SemelContext"/>, and an <see cref="IDataRepository"/> unless one is registered already:
    /// files in the folder <c>.semel</c> of the current directory.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="scope">What names are unique in: <c>prod</c>.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentException">The scope is blank.</exception>
    /// <exception cref="InvalidOperationException">A context is registered already.</exception>
    public static IServiceCollection AddSemel(this IServiceCollection services, string scope, Action<SemelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        SemelContext.RequireScope(scope);
        if (services.Any(service => service.ServiceType == typeof(SemelContext)))
            throw new InvalidOperationException("AddSemel was called already; a program has one scope.");
        services.TryAddSingleton<IDataRepository>(_ => new FileDataRepository(".semel"));
        services.AddSingleton(provider =>
        {
            var options = new SemelOptions();
            configure?.Invoke(options);
            return new SemelContext(
                provider.GetRequiredService<IDataRepository>(), scope, options, provider.GetService<ILoggerFactory>(), provider.GetService<TimeProvider>());
        });
        return services;
    }
}

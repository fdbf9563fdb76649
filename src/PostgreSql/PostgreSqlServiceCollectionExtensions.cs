using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Semel;

/// <summary>Registers PostgreSQL as the place of the records.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Keeps the records in a schema of the database, in place of any other repository that is registered.</summary>
    /// <param name="services">The services; call <c>AddSemel</c> too, before or after.</param>
    /// <param name="connectionString">As Npgsql takes it.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="lockFolder">A folder on a local disk for the locks of this machine's runners. Default: one of this user's folder for application data.</param>
    public static IServiceCollection AddSemelPostgreSql(this IServiceCollection services, string connectionString, string schema = PostgreSqlDataRepository.DefaultSchema, string? lockFolder = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return services.Replace(ServiceDescriptor.Singleton<IDataRepository>(provider => new PostgreSqlDataRepository(connectionString, schema, lockFolder, provider.GetService<TimeProvider>())));
    }

    /// <summary>The same over the <see cref="NpgsqlDataSource"/> that is registered.</summary>
    /// <param name="services">The services; call <c>AddSemel</c> too, before or after.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="lockFolder">A folder on a local disk for the locks of this machine's runners. Default: one of this user's folder for application data.</param>
    public static IServiceCollection AddSemelPostgreSqlDataSource(this IServiceCollection services, string schema = PostgreSqlDataRepository.DefaultSchema, string? lockFolder = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.Replace(ServiceDescriptor.Singleton<IDataRepository>(provider => new PostgreSqlDataRepository(provider.GetRequiredService<NpgsqlDataSource>(), schema, lockFolder, provider.GetService<TimeProvider>())));
    }
}

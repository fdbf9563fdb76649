using CloudModels;
using Microsoft.Extensions.DependencyInjection;
using Semel;

/// <summary>The same with a container.</summary>
internal static class WithContainer
{
    public static async Task<Ensured<Server>> CreateAsync(Uri api)
    {
        #region container
        var services = new ServiceCollection();
        services.AddSemel(scope: "prod");
        services.AddServers(http => http.BaseAddress = api);

        using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<Servers>().CreateAsync(new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" });
        #endregion
    }
}

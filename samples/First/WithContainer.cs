#region container
using CloudModels;
using Microsoft.Extensions.DependencyInjection;
using Semel;

/// <summary>The same with a container.</summary>
internal static class WithContainer
{
    public static async Task<Ensured<Server>> CreateAsync(Uri api, string token)
    {
        var services = new ServiceCollection();
        services.AddSemel(scope: "prod");
        services.AddServers(http =>
        {
            http.BaseAddress = api;
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        });

        using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<Servers>().CreateAsync(new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" });
    }
}
#endregion

using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>What is written for a partial method and for an interface is as committed. SEMEL_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class GoldenTests
{
    public const string Partial = """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Semel;

        namespace MyApp;

        /// <summary>A place for files.</summary>
        public sealed record Bucket(string Id, IReadOnlyList<string> Labels);

        /// <summary>The buckets of an internal API.</summary>
        public sealed partial class Buckets(HttpClient http, SemelContext semel)
        {
            /// <summary>Makes sure that a bucket is there.</summary>
            [Idempotent(Key = "team/name", Read = nameof(GetAsync), Find = nameof(FindAsync), Marker = nameof(Bucket.Labels), Delete = nameof(DeleteAsync), OnExists = OnExists.Replace, Secrets = "token")]
            public partial Task<Ensured<Bucket>> CreateAsync(string team, string name, string token, CancellationToken cancellationToken = default);

            /// <summary>Makes sure that a bucket's folder is there.</summary>
            [Idempotent(Key = "", Model = "Folders")]
            public partial Task CreateFolderAsync(string name);

            private async Task<Bucket> CreateCoreAsync(string team, string name, string token, CreateAttempt attempt, CancellationToken cancellationToken)
            {
                await http.GetAsync("/", cancellationToken);
                return new(name, attempt.Tags);
            }

            private Task<Bucket?> GetAsync(string team, string id, CancellationToken cancellationToken) => Task.FromResult<Bucket?>(null);

            private Task<List<Bucket>> FindAsync(string team, Marker marker) => Task.FromResult(new List<Bucket>());

            private Task DeleteAsync(string team, string id) => Task.CompletedTask;
        }
        """;

    public const string Interface = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Refit;
        using Semel;

        namespace MyApp;

        /// <summary>A virtual machine.</summary>
        public sealed record Droplet(long Id, string Name);

        /// <summary>What one is made of.</summary>
        public sealed record DropletCreate(string Name, string Region);

        /// <summary>The API.</summary>
        public interface IDropletsApi
        {
            /// <summary>Creates.</summary>
            [Post("/v2/droplets"), Idempotent(Key = "request.Region/request.Name", Find = nameof(FindAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt)]
            Task<Droplet> CreateAsync([Body] DropletCreate request, [Header("Idempotency-Key")] string? key = null, CancellationToken cancellationToken = default);

            /// <summary>Reads.</summary>
            [Get("/v2/droplets/{id}")] Task<ApiResponse<Droplet>> ReadAsync(string id);

            /// <summary>Reads.</summary>
            [Get("/v2/droplets/{id}")] Task<Droplet> GetAsync(long id, CancellationToken cancellationToken = default);

            /// <summary>Finds.</summary>
            [Get("/v2/droplets")] Task<ApiResponse<List<Droplet>>> FindAsync(string region, string name);

            /// <summary>Deletes.</summary>
            [Delete("/v2/droplets/{id}")] Task DeleteAsync(long id);

            /// <summary>How many there are.</summary>
            int Count { get; }
        }
        """;

    [Theory]
    [InlineData("HandWritten.Buckets.cs", Partial)]
    [InlineData("HandWritten.IDropletsApi.cs", Interface)]
    public void GeneratedFile_IsAsCommitted(string file, string source)
    {
        var path = Path.Combine(TestFolder.Path, "Golden", file);
        var text = new IdempotentRun(source, RefitStandIns.Source).File;
        if (Environment.GetEnvironmentVariable("SEMEL_UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}

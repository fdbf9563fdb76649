namespace Semel
{
    using System;
    using System.Threading;
    using System.Threading.Tasks;

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class IdempotentAttribute : Attribute
    {
        public string? Key { get; set; }
        public string? Id { get; set; }
        public string? Read { get; set; }
        public string? Update { get; set; }
        public string? Delete { get; set; }
        public string? Marker { get; set; }
        public Guarantee Guarantee { get; set; }
        public Verify Verify { get; set; }
        public OnExists OnExists { get; set; }
    }

    public sealed record CreateAttempt(string IdempotencyKey, string? Marker);

    public static class CreateOrGetExtensions
    {
        public static Task<string> CreateOrGetAsync(this SemelContext semel, string key, Func<CreateAttempt, CancellationToken, Task<string>> create, Func<string, CancellationToken, Task<bool>> read, CancellationToken cancellationToken = default) => null!;
    }
}

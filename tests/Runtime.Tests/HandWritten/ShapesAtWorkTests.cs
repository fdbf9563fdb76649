namespace Semel.Runtime.Tests.HandWritten;

/// <summary>Shapes of partial methods at work: created twice, the core runs once, and a reused resource is what the read gives.</summary>
[Trait("Feature", "A6")]
public sealed partial class ShapesAtWorkTests
{
    private readonly Counts _counts = new();
    private readonly MemoryDataRepository _repository = new();

    private SemelContext Semel => new(_repository, "test");

    [Fact]
    public async Task ResponseOfOnesOwn_IsReadWhenReused_AndRebuiltFromNothing()
    {
        var first = await new Wrapping(_counts, Semel).CreateAsync("one");
        var second = await new Wrapping(_counts, Semel).CreateAsync("one");
        Assert.Equal((1, 1), (_counts.Creates, _counts.Reads));
        Assert.Equal(("created", "read"), (first.Request, second.Request));
        Assert.Equal(first.Data!.Id, second.Data!.Id);
        await foreach (var record in _repository.ListAsync("test", "Wrapping", TestContext.Current.CancellationToken))
            Assert.Equal("""{"$id":"id-one"}""", ((LiveRecord)record).Attributes.ToJsonString());
    }

    [Fact]
    public async Task InjectedRepository_WithItsScope()
    {
        for (var run = 0; run < 2; run++) await new Injected(_counts, _repository).CreateAsync(TestContext.Current.CancellationToken, "one");
        Assert.Equal(1, _counts.Creates);
        Assert.NotNull(await _repository.FindAsync(new("prod", "Injected", "one"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Generics_OfTheTypeAndOfTheMethod_AreOneModelUnlessTheirKeySaysMore()
    {
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal("one", (await new Store<Named>(_counts, Semel, name => new Named("id-" + name, name)).CreateAsync("one")).Value.Name);
            Assert.Equal("id-two", (await Store<Named>.Nested.EnsureAsync(Semel, _counts, "two")).Id);
        }

        Assert.Equal(2, _counts.Creates);
    }

    [Fact]
    public async Task StaticAbstractMember_AndAStruct()
    {
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal("id-one", await EnsureAsync<StaticThings>("one"));
            Assert.Equal("id-two", (await new StructThings(Semel, _counts).CreateAsync("two")).Id);
        }

        Assert.Equal(2, _counts.Creates);
        Task<string> EnsureAsync<T>(string name) where T : IEnsures => T.EnsureAsync(Semel, _counts, name);
    }

    [Fact]
    public async Task TaskWithoutAValue_ExtraAndDefaultParameters_AndACancelledCaller()
    {
        for (var run = 0; run < 2; run++) await new Wrapping(_counts, Semel).EnsureAsync("one");
        Assert.Equal((1, 3), (_counts.Creates, _counts.Copies));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => new Wrapping(_counts, Semel).EnsureAsync("two", cancellationToken: cancelled.Token));
        Assert.Equal(1, _counts.Creates);
    }

    internal sealed class Counts
    {
        public int Creates { get; set; }

        public int Reads { get; set; }

        public int Copies { get; set; }
    }

    /// <summary>A user's own response, with more than the resource.</summary>
    internal sealed record Response<T>(T? Data, string Request);

    internal interface IIdentified
    {
        string Id { get; }
    }

    internal sealed record Named(string Id, string Name) : IIdentified;

    internal interface IEnsures
    {
        static abstract Task<string> EnsureAsync(SemelContext semel, Counts counts, string name);
    }

    internal sealed partial class Wrapping(Counts counts, SemelContext semel)
    {
        [Idempotent(Key = "name", Id = "Data.Id", Read = nameof(GetAsync))]
        public partial ValueTask<Response<Thing>> CreateAsync(string name);

        [Idempotent(Key = "name", Model = "Copies")]
        public partial Task EnsureAsync(string name, int copies = 3, CancellationToken cancellationToken = default);

        private Task<Response<Thing>> CreateCoreAsync(string name)
        {
            counts.Creates++;
            return Task.FromResult(new Response<Thing>(new("id-" + name, name, []), "created"));
        }

        private Task<Response<Thing>> GetAsync(string id)
        {
            counts.Reads++;
            return Task.FromResult(new Response<Thing>(new(id, "", []), "read"));
        }

        private Task<string> EnsureCoreAsync(string name, int copies)
        {
            counts.Creates++;
            counts.Copies = copies;
            return Task.FromResult(name);
        }
    }

    internal sealed partial class Injected(Counts counts, IDataRepository repository)
    {
        [Idempotent(Key = "name", Scope = "prod")]
        internal partial Task<string> CreateAsync(CancellationToken cancellationToken, string name);

        private ValueTask<string> CreateCoreAsync(string name)
        {
            counts.Creates++;
            return new(name);
        }
    }

    internal sealed partial class Store<T>(Counts counts, SemelContext semel, Func<string, T> make) where T : class, IIdentified
    {
        [Idempotent(Key = "name", Read = nameof(GetAsync))]
        public partial Task<Ensured<T>> CreateAsync(string name);

        private Task<T> CreateCoreAsync(string name)
        {
            counts.Creates++;
            return Task.FromResult(make(name));
        }

        private Task<T?> GetAsync(string id) => Task.FromResult<T?>(make(id["id-".Length..]));

        internal static partial class Nested
        {
            [Idempotent(Key = "name", Read = nameof(GetAsync))]
            public static partial Task<Ensured<Thing>> EnsureAsync(SemelContext semel, Counts counts, string name);

            private static Task<Thing> EnsureCoreAsync(Counts counts, string name)
            {
                counts.Creates++;
                return Task.FromResult(new Thing("id-" + name, name, []));
            }

            private static Task<Thing?> GetAsync(string id) => Task.FromResult<Thing?>(new Thing(id, "", []));
        }
    }

    internal sealed partial class StaticThings : IEnsures
    {
        [Idempotent(Key = "name")]
        public static partial Task<string> EnsureAsync(SemelContext semel, Counts counts, string name);

        private static Task<string> EnsureCoreAsync(Counts counts, string name)
        {
            counts.Creates++;
            return Task.FromResult("id-" + name);
        }
    }

    internal readonly partial struct StructThings(SemelContext semel, Counts counts)
    {
        private readonly SemelContext _semel = semel;
        private readonly Counts _counts = counts;

        [Idempotent(Key = "name", Read = nameof(GetAsync))]
        public readonly partial Task<Ensured<Thing>> CreateAsync(in string name);

        private Task<Thing> CreateCoreAsync(string name)
        {
            _counts.Creates++;
            return Task.FromResult(new Thing("id-" + name, name, []));
        }

        private Task<Thing?> GetAsync(string id) => Task.FromResult<Thing?>(new Thing(id, "", []));
    }
}

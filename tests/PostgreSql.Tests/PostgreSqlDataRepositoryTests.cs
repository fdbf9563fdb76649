namespace Semel.PostgreSqlTests;

public sealed class PostgreSqlDataRepositoryTests(SharedServer shared) : DataRepositoryConformance, IDisposable
{
    private readonly Place place = new(shared.Server);
    private readonly Place elsewhere = new(shared.Server);

    public void Dispose()
    {
        place.Dispose();
        elsewhere.Dispose();
    }

    protected override IDataRepository Create(TimeProvider? timeProvider = null) => place.New(timeProvider: timeProvider);

    protected override IDataRepository CreateElsewhere() => elsewhere.New();

    protected override IDataRepository Another(IDataRepository repository, TimeProvider? timeProvider = null) => place.New(timeProvider: timeProvider);
}

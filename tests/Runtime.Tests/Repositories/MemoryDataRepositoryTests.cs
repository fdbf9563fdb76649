namespace Semel.Runtime.Tests;

public sealed class MemoryDataRepositoryTests : DataRepositoryConformance
{
    protected override IDataRepository Create(TimeProvider? timeProvider = null) => new MemoryDataRepository(timeProvider);

    protected override IDataRepository CreateElsewhere() => new MemoryDataRepository();

    // in memory, other runners are tasks that share the repository itself
    protected override IDataRepository Another(IDataRepository repository, TimeProvider? timeProvider = null) => repository;
}

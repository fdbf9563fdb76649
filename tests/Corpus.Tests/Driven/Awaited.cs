namespace Semel.Corpus.Tests.Driven;

/// <summary>Waits for what a generated method gives.</summary>
internal static class Awaited
{
    public static async Task Async(object result)
    {
        switch (result)
        {
            case Task task:
                await task;
                if (task.GetType().GetProperty("Result")?.GetValue(task) is IAsyncDisposable open) await open.DisposeAsync();
                break;
            default:
                var item = result.GetType().GetInterfaces().First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GetGenericArguments()[0];
                await (Task)typeof(Awaited).GetMethod(nameof(FirstAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [result])!;
                break;
        }
    }

    /// <summary>The items of the first page: Prism gives the same page for ever.</summary>
    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items) break;
    }
}

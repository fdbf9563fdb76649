namespace Semel.Workflows;

/// <summary>Runs nodes when all that they need have succeeded, a bounded number at once, in the order that they are given.</summary>
internal static class Scheduler
{
    /// <param name="nodes">Each after those that it needs.</param>
    /// <param name="needs">What a node needs; nodes that are not among <paramref name="nodes"/> don't count.</param>
    /// <param name="parallelism">How many at once.</param>
    /// <param name="run">Runs one and says whether it succeeded; it doesn't throw.</param>
    /// <param name="block">Is told of a node that is not run, with one that it needs and that didn't succeed.</param>
    /// <param name="stopping">No further node is begun.</param>
    public static async Task RunAsync<T>(IReadOnlyList<T> nodes, Func<T, IEnumerable<T>> needs, int parallelism, Func<T, Task<bool>> run, Action<T, T> block, CancellationToken stopping)
        where T : notnull
    {
        var all = nodes.ToHashSet();
        var open = nodes.ToDictionary(node => node, node => needs(node).Where(all.Contains).ToHashSet());
        var dependants = nodes.ToDictionary(node => node, _ => new List<T>());
        foreach (var (node, needed) in open) foreach (var need in needed) dependants[need].Add(node);
        var order = nodes.Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index);
        var ready = new PriorityQueue<T, int>(nodes.Where(node => open[node].Count == 0).Select(node => (node, order[node])));
        var running = new Dictionary<Task<bool>, T>();
        var over = new HashSet<T>();
        while (true)
        {
            while (!stopping.IsCancellationRequested && running.Count < parallelism && ready.TryDequeue(out var next, out _)) running.Add(Task.Run(() => run(next), CancellationToken.None), next);
            if (running.Count == 0) return;
            var ended = await Task.WhenAny(running.Keys).ConfigureAwait(false);
            running.Remove(ended, out var node);
            over.Add(node!);
            if (await ended.ConfigureAwait(false)) Release(node!);
            else Block(node!, node!);
        }

        void Release(T done)
        {
            foreach (var dependant in dependants[done])
            {
                open[dependant].Remove(done);
                if (open[dependant].Count == 0 && !over.Contains(dependant)) ready.Enqueue(dependant, order[dependant]);
            }
        }

        void Block(T failed, T direct)
        {
            foreach (var dependant in dependants[direct].Where(over.Add))
            {
                block(dependant, failed);
                Block(failed, dependant);
            }
        }
    }
}

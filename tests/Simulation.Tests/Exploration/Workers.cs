using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Semel.Simulation;

/// <summary>Threads of their own, one per core: a history never leaves the thread that began it.</summary>
internal static class Workers
{
    public static int Count { get; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Does all jobs, the first ones first; the results are in the order of the jobs.</summary>
    public static TResult[] Run<TJob, TResult>(IReadOnlyList<TJob> jobs, Func<TJob, TResult> work) => Run(jobs, work, Watchdog.Default);

    /// <exception cref="HarnessException">A history took no step for longer than the watchdog has patience; its thread is left behind.</exception>
    public static TResult[] Run<TJob, TResult>(IReadOnlyList<TJob> jobs, Func<TJob, TResult> work, Watchdog watchdog)
    {
        var results = new TResult[jobs.Count];
        var next = -1;
        var failures = new ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Math.Min(Count, jobs.Count)).Select(_ => new Thread(Work) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(TimeSpan.FromMilliseconds(100))) watchdog.Check();
        }

        if (failures.TryDequeue(out var failure)) ExceptionDispatchInfo.Throw(failure);
        return results;

        void Work()
        {
            watchdog.Watch();
            int index;
            while (failures.IsEmpty && (index = Interlocked.Increment(ref next)) < jobs.Count)
            {
                try
                {
                    results[index] = work(jobs[index]);
                }
                catch (Exception failure)
                {
                    failures.Enqueue(failure);
                }
            }

            watchdog.Leave();
        }
    }
}

using Microsoft.Extensions.Logging;

namespace Semel.CommandLine;

/// <summary>Writes the log as lines. What is logged holds no secret.</summary>
internal sealed class LineLog(TextWriter writer) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (writer) writer.WriteLine($"{logLevel.ToString().ToLowerInvariant(),-11} {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}

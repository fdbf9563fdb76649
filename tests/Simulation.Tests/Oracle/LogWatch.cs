using Microsoft.Extensions.Logging;

namespace Semel.Simulation;

/// <summary>Reads what is logged: warnings are detections, secrets are violations.</summary>
internal sealed class LogWatch(Oracle oracle) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        oracle.AfterLog(logLevel, eventId.Name, formatter(state, exception));
}

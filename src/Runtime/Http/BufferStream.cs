using System.Net;

namespace Semel;

/// <summary>Tells a stream that keeps what is written to it from one that leads to the wire.</summary>
internal static class BufferStream
{
    private static readonly Type BufferOfHttpContent = FindBufferOfHttpContent();

    /// <summary>True for the buffer of <see cref="HttpContent.LoadIntoBufferAsync()"/> and for whatever can be read again from its start.</summary>
    public static bool Is(Stream stream) => stream.CanSeek || stream is MemoryStream || stream.GetType() == BufferOfHttpContent;

    /// <summary>The type is private to System.Net.Http; buffering an empty content shows it.</summary>
    private static Type FindBufferOfHttpContent()
    {
        using var probe = new Probe();
        probe.LoadIntoBufferAsync().GetAwaiter().GetResult();
        return probe.Target ?? throw new InvalidOperationException("HttpContent buffers without serialising.");
    }

    private sealed class Probe : HttpContent
    {
        public Type? Target { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Target = stream.GetType();
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }
    }
}

using System.Runtime.CompilerServices;

namespace Semel.Simulation;

/// <summary>A 64-bit hash that is the same in every run.</summary>
internal struct Hash(ulong seed)
{
    private ulong _value = seed ^ 0x9E3779B97F4A7C15UL;

    public readonly ulong Value => _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong part)
    {
        var mixed = (_value ^ part) * 0xFF51AFD7ED558CCDUL;
        mixed ^= mixed >> 32;
        mixed *= 0xC4CEB9FE1A85EC53UL;
        _value = mixed ^ (mixed >> 29);
    }

    public void Add(long part) => Add((ulong)part);

    public void Add(int part) => Add((ulong)(uint)part);

    public void Add(bool part) => Add(part ? 1UL : 2UL);

    public void Add(string? text)
    {
        if (text is null)
        {
            Add(3UL);
            return;
        }

        Add(Of(text));
    }

    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text) hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in bytes) hash = (hash ^ part) * 1099511628211UL;
        return hash;
    }
}

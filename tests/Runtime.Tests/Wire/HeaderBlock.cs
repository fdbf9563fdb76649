using System.Text;

namespace Semel.Runtime.Tests.Wire;

/// <summary>Header fields of HTTP/2 (HPACK, RFC 7541) without Huffman coding and dynamic table, which SocketsHttpHandler doesn't use.</summary>
internal static class HeaderBlock
{
    private static readonly Dictionary<int, (string Name, string Value)> Static = new()
    {
        [1] = (":authority", ""),
        [2] = (":method", "GET"),
        [3] = (":method", "POST"),
        [4] = (":path", "/"),
        [5] = (":path", "/index.html"),
        [23] = ("authorization", ""),
    };

    /// <summary>The fields by name; names of the static table that no test asks for are left out.</summary>
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> block)
    {
        var fields = new Dictionary<string, string>();
        while (block.Length > 0)
        {
            var first = block[0];
            if (first >= 0x80)
            {
                var (name, value) = Entry(Number(ref block, 7));
                fields[name] = value;
            }
            else if (first is >= 0x20 and < 0x40)
            {
                Number(ref block, 5); // a new size of the table that is not used
            }
            else
            {
                var index = Number(ref block, first >= 0x40 ? 6 : 4);
                var name = index == 0 ? Text(ref block) : Entry(index).Name;
                fields[name] = Text(ref block);
            }
        }

        return fields;
    }

    public static byte[] Write(int status, (string Name, string Value)[] fields) =>
        [0x08, .. Literal($"{status}"), .. fields.SelectMany(field => (byte[])[0x00, .. Literal(field.Name.ToLowerInvariant()), .. Literal(field.Value)])];

    private static byte[] Literal(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static (string Name, string Value) Entry(int index) => index is > 0 and <= 61
        ? Static.GetValueOrDefault(index, ($"static {index}", ""))
        : throw new NotSupportedException("The client uses the dynamic table.");

    private static string Text(ref ReadOnlySpan<byte> block)
    {
        if (block[0] >= 0x80) throw new NotSupportedException("The client uses Huffman coding.");
        var length = Number(ref block, 7);
        var text = Encoding.ASCII.GetString(block[..length]);
        block = block[length..];
        return text;
    }

    private static int Number(ref ReadOnlySpan<byte> block, int bits)
    {
        var mask = (1 << bits) - 1;
        var number = block[0] & mask;
        block = block[1..];
        if (number < mask) return number;
        for (var shift = 0; ; shift += 7)
        {
            var next = block[0];
            block = block[1..];
            number += (next & 0x7f) << shift;
            if (next < 0x80) return number;
        }
    }
}

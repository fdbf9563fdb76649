namespace Semel;

/// <summary>Names that file systems, separators and case folding are known to confuse.</summary>
internal static class OddNames
{
    public static readonly IReadOnlyList<string> All =
    [
        "a/b", "a_b", "a-b", "a\\b", "a:b", "a.b", "A", "a", "..", ".", "...", "a.", ".a", "\0", "a\0b", "CON", "con", "Con", "CON.txt", "nul", "COM1", "com1.json",
        "x-con", "web 1", " web", "web-1", "Web-1", "web-1.json", "web-1.json.tmp", "~", "~root", "unnamed", "-", "--", "🚀", "🚀🚀", "é", "e\u0301", "ß", "ss", "ı", "İ", "K", "\u212A",
        new('x', 300), new('x', 301), new string('x', 299) + "y", new('é', 300), "\r\n\t.", "%2e%2e", "$(id)", "a\u200Bb",
    ];
}

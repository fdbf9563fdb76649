namespace Semel.Generator.Binding.Operations;

/// <summary>What the class is called whose methods are named: they don't say it again.</summary>
internal interface IClassName
{
    /// <summary>The words without the class's name in front.</summary>
    IReadOnlyList<string> WithoutLeading(IReadOnlyList<string> words);

    /// <summary>Whether the words are the class's name, in the singular or the plural.</summary>
    bool IsNamed(IReadOnlyList<string> words);

    /// <summary>The words of a path behind those that name the class, without its parameters.</summary>
    IReadOnlyList<string> Rest(string path);

    /// <summary>What the path says of the same thing in more words; null where it doesn't.</summary>
    IReadOnlyList<string>? Fuller(IReadOnlyList<string> what, string path);
}

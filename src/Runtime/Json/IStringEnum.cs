namespace Semel;

/// <summary>An enumeration backed by its text, so that values which the document doesn't name survive.</summary>
public interface IStringEnum<TSelf> where TSelf : struct, IStringEnum<TSelf>
{
    /// <summary>The enumeration's value of a text, known or not.</summary>
    static abstract TSelf Create(string value);

    /// <summary>The text on the wire.</summary>
    string Value { get; }
}

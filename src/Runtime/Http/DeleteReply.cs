namespace Semel;

/// <summary>What a DELETE proves.</summary>
internal abstract record DeleteReply
{
    private DeleteReply()
    {
    }

    /// <summary>2xx, 404 or 410 from the address that was asked.</summary>
    public sealed record Gone(int Status) : DeleteReply;

    /// <summary>It may or may not be gone.</summary>
    public sealed record Unknown(int? Status, string Evidence, Exception? Error = null) : DeleteReply;
}

namespace Semel;

/// <summary>Credentials could not be had, so that nothing was sent.</summary>
public sealed class CredentialsException : HttpRequestException
{
    /// <param name="message">What happened, without any secret.</param>
    /// <param name="innerException">The cause.</param>
    public CredentialsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whatever a source of credentials throws says that nothing was sent.</summary>
    internal static async ValueTask<string> GuardAsync(Func<CancellationToken, ValueTask<string>> source, CancellationToken cancellationToken)
    {
        string? secret;
        try
        {
            secret = await source(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not CredentialsException && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialsException("The program's source of credentials failed; nothing was sent.", error);
        }

        return string.IsNullOrEmpty(secret) ? throw new CredentialsException("The program's source of credentials gave none; nothing was sent.") : secret;
    }
}

using System.Net.Http.Headers;
using System.Text;

namespace Semel;

/// <summary>Adds a user's name and password to every request (RFC 7617). A redirect doesn't carry them on.</summary>
public sealed class BasicAuthenticationHandler : DelegatingHandler
{
    private readonly string _password;
    private readonly string _value;

    /// <param name="userName">The user's name; without a colon.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ArgumentException">The name has a colon.</exception>
    public BasicAuthenticationHandler(string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal)) throw new ArgumentException("A name with a colon cannot be sent by HTTP Basic.", nameof(userName));
        _password = password;
        _value = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", _value);
        Credentials.Note(request, _password, _value);
        return base.SendAsync(request, cancellationToken);
    }
}

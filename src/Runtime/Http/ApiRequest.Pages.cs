namespace Semel;

public sealed partial class ApiRequest
{
    /// <summary>What asks for a page is the walk's own.</summary>
    internal void RemoveQuery(string name) => _query.RemoveAll(pair => pair.Key == name);

    /// <summary>The same request at an address that the API gave.</summary>
    internal ApiRequest At(Uri address)
    {
        var other = new ApiRequest(Method, address);
        other._headers.AddRange(_headers);
        return other;
    }
}

namespace Semel;

public sealed partial class ApiRequest
{
    /// <summary>Adds a header; null is left out.</summary>
    public ApiRequest Header(string name, string? value) => AddHeader(name, value);

    /// <inheritdoc cref="Header(string, string?)"/>
    public ApiRequest Header(string name, long? value) => AddHeader(name, ParameterText.Of(value));

    /// <inheritdoc cref="Header(string, string?)"/>
    public ApiRequest Header(string name, int? value) => AddHeader(name, ParameterText.Of(value));

    /// <inheritdoc cref="Header(string, string?)"/>
    public ApiRequest Header(string name, double? value) => AddHeader(name, ParameterText.Of(value));

    /// <summary>Adds a header as <c>true</c> or <c>false</c>; null is left out.</summary>
    public ApiRequest Header(string name, bool? value) => AddHeader(name, ParameterText.Of(value));

    /// <summary>Adds a header as RFC 3339 date-time; null is left out.</summary>
    public ApiRequest Header(string name, DateTimeOffset? value) => AddHeader(name, ParameterText.Of(value));

    /// <summary>Adds a header as RFC 3339 full-date; null is left out.</summary>
    public ApiRequest Header(string name, DateOnly? value) => AddHeader(name, ParameterText.Of(value));

    /// <inheritdoc cref="Header(string, string?)"/>
    public ApiRequest Header(string name, JsonScalar? value) => AddHeader(name, value?.AsString());

    /// <inheritdoc cref="Header(string, string?)"/>
    public ApiRequest Header<T>(string name, T? value) where T : struct, IStringEnum<T> =>
        AddHeader(name, value is { } known ? StringEnum.Text(known) : null);

    /// <summary>Adds a header with its values separated by commas; null and an empty list are left out.</summary>
    public ApiRequest Header(string name, IReadOnlyList<string>? values) =>
        AddHeader(name, values is null or { Count: 0 } ? null : string.Join(',', values));

    private ApiRequest AddHeader(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is null) return this;
        RequestHeaders.Check(name, value);
        _headers.Add(new(name, value));
        return this;
    }
}

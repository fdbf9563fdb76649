namespace Semel;

public sealed partial class ApiRequest
{
    /// <summary>Adds a query parameter; null is left out.</summary>
    public ApiRequest Query(string name, string? value) => AddQuery(name, value);

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, long? value) => AddQuery(name, ParameterText.Of(value));

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, int? value) => AddQuery(name, ParameterText.Of(value));

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, double? value) => AddQuery(name, ParameterText.Of(value));

    /// <summary>Adds a query parameter as <c>true</c> or <c>false</c>; null is left out.</summary>
    public ApiRequest Query(string name, bool? value) => AddQuery(name, ParameterText.Of(value));

    /// <summary>Adds a query parameter as RFC 3339 date-time; null is left out.</summary>
    public ApiRequest Query(string name, DateTimeOffset? value) => AddQuery(name, ParameterText.Of(value));

    /// <summary>Adds a query parameter as RFC 3339 full-date; null is left out.</summary>
    public ApiRequest Query(string name, DateOnly? value) => AddQuery(name, ParameterText.Of(value));

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query(string name, JsonScalar? value) => AddQuery(name, value?.AsString());

    /// <inheritdoc cref="Query(string, string?)"/>
    public ApiRequest Query<T>(string name, T? value) where T : struct, IStringEnum<T> =>
        AddQuery(name, value is { } known ? StringEnum.Text(known) : null);

    /// <summary>Adds a query parameter once for every value; null and an empty list are left out.</summary>
    public ApiRequest Query(string name, IReadOnlyList<string>? values)
    {
        foreach (var value in values ?? []) AddQuery(name, value);
        return this;
    }

    private ApiRequest AddQuery(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null) _query.Add(new(name, value));
        return this;
    }
}

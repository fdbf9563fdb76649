namespace Semel;

// Accessors of the common types by name: generated code that leaves nothing to infer is read, and compiled, quickest.
public abstract partial class View
{

    /// <inheritdoc cref="Get{T}"/>
    protected string GetString(string name) => Get(name, Codec.String);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected string? GetStringOrNull(string name) => GetOrNull(name, Codec.String);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetString(string name, string value) => Set(name, Codec.String, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetStringOrRemove(string name, string? value) => SetOrRemove(name, Codec.String, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetStringOrNull(string name, string? value) => SetOrNull(name, Codec.String, value);

    /// <inheritdoc cref="Get{T}"/>
    protected bool GetBoolean(string name) => Get(name, Codec.Boolean);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected bool? GetBooleanOrNull(string name) => GetValueOrNull(name, Codec.Boolean);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetBoolean(string name, bool value) => Set(name, Codec.Boolean, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetBooleanOrRemove(string name, bool? value) => SetValueOrRemove(name, Codec.Boolean, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetBooleanOrNull(string name, bool? value) => SetValueOrNull(name, Codec.Boolean, value);

    /// <inheritdoc cref="Get{T}"/>
    protected int GetInt32(string name) => Get(name, Codec.Int32);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected int? GetInt32OrNull(string name) => GetValueOrNull(name, Codec.Int32);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetInt32(string name, int value) => Set(name, Codec.Int32, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetInt32OrRemove(string name, int? value) => SetValueOrRemove(name, Codec.Int32, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetInt32OrNull(string name, int? value) => SetValueOrNull(name, Codec.Int32, value);

    /// <inheritdoc cref="Get{T}"/>
    protected long GetInt64(string name) => Get(name, Codec.Int64);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected long? GetInt64OrNull(string name) => GetValueOrNull(name, Codec.Int64);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetInt64(string name, long value) => Set(name, Codec.Int64, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetInt64OrRemove(string name, long? value) => SetValueOrRemove(name, Codec.Int64, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetInt64OrNull(string name, long? value) => SetValueOrNull(name, Codec.Int64, value);

    /// <inheritdoc cref="Get{T}"/>
    protected double GetDouble(string name) => Get(name, Codec.Double);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected double? GetDoubleOrNull(string name) => GetValueOrNull(name, Codec.Double);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetDouble(string name, double value) => Set(name, Codec.Double, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetDoubleOrRemove(string name, double? value) => SetValueOrRemove(name, Codec.Double, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetDoubleOrNull(string name, double? value) => SetValueOrNull(name, Codec.Double, value);

    /// <inheritdoc cref="Get{T}"/>
    protected DateTimeOffset GetDateTime(string name) => Get(name, Codec.DateTime);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected DateTimeOffset? GetDateTimeOrNull(string name) => GetValueOrNull(name, Codec.DateTime);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetDateTime(string name, DateTimeOffset value) => Set(name, Codec.DateTime, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetDateTimeOrRemove(string name, DateTimeOffset? value) => SetValueOrRemove(name, Codec.DateTime, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetDateTimeOrNull(string name, DateTimeOffset? value) => SetValueOrNull(name, Codec.DateTime, value);

    /// <inheritdoc cref="Get{T}"/>
    protected T GetView<T>(string name) where T : View, IView<T> => Get(name, ViewCodec<T>.Instance);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected T? GetViewOrNull<T>(string name) where T : View, IView<T> => GetOrNull(name, ViewCodec<T>.Instance);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetView(string name, View value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(name, value.Json);
    }

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetViewOrRemove(string name, View? value)
    {
        if (value is null) Json.Remove(name);
        else Write(name, value.Json);
    }

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetViewOrNull(string name, View? value)
    {
        if (value is null) Json[name] = null;
        else Write(name, value.Json);
    }

    /// <inheritdoc cref="Get{T}"/>
    protected T GetEnum<T>(string name) where T : struct, IStringEnum<T> => Get(name, EnumCodec<T>.Instance);

    /// <inheritdoc cref="GetOrNull{T}"/>
    protected T? GetEnumOrNull<T>(string name) where T : struct, IStringEnum<T> => GetValueOrNull(name, EnumCodec<T>.Instance);

    /// <inheritdoc cref="Set{T}"/>
    protected void SetEnum<T>(string name, T value) where T : struct, IStringEnum<T> => Set(name, EnumCodec<T>.Instance, value);

    /// <inheritdoc cref="SetOrRemove{T}"/>
    protected void SetEnumOrRemove<T>(string name, T? value) where T : struct, IStringEnum<T> => SetValueOrRemove(name, EnumCodec<T>.Instance, value);

    /// <inheritdoc cref="SetOrNull{T}"/>
    protected void SetEnumOrNull<T>(string name, T? value) where T : struct, IStringEnum<T> => SetValueOrNull(name, EnumCodec<T>.Instance, value);
}

using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

/// <summary>A property of each type that has accessors of its name: required, optional and nullable.</summary>
public sealed class Everything(JsonObject json) : View(json)
{
    public string Text { get => GetString("text"); set => SetString("text", value); }

    public string? TextOrAbsent { get => GetStringOrNull("text_or_absent"); set => SetStringOrRemove("text_or_absent", value); }

    public string? TextOrNull { get => GetStringOrNull("text_or_null"); set => SetStringOrNull("text_or_null", value); }

    public bool Truth { get => GetBoolean("truth"); set => SetBoolean("truth", value); }

    public bool? TruthOrAbsent { get => GetBooleanOrNull("truth_or_absent"); set => SetBooleanOrRemove("truth_or_absent", value); }

    public bool? TruthOrNull { get => GetBooleanOrNull("truth_or_null"); set => SetBooleanOrNull("truth_or_null", value); }

    public int Count { get => GetInt32("count"); set => SetInt32("count", value); }

    public int? CountOrAbsent { get => GetInt32OrNull("count_or_absent"); set => SetInt32OrRemove("count_or_absent", value); }

    public int? CountOrNull { get => GetInt32OrNull("count_or_null"); set => SetInt32OrNull("count_or_null", value); }

    public long Size { get => GetInt64("size"); set => SetInt64("size", value); }

    public long? SizeOrAbsent { get => GetInt64OrNull("size_or_absent"); set => SetInt64OrRemove("size_or_absent", value); }

    public long? SizeOrNull { get => GetInt64OrNull("size_or_null"); set => SetInt64OrNull("size_or_null", value); }

    public double Share { get => GetDouble("share"); set => SetDouble("share", value); }

    public double? ShareOrAbsent { get => GetDoubleOrNull("share_or_absent"); set => SetDoubleOrRemove("share_or_absent", value); }

    public double? ShareOrNull { get => GetDoubleOrNull("share_or_null"); set => SetDoubleOrNull("share_or_null", value); }

    public DateTimeOffset Time { get => GetDateTime("time"); set => SetDateTime("time", value); }

    public DateTimeOffset? TimeOrAbsent { get => GetDateTimeOrNull("time_or_absent"); set => SetDateTimeOrRemove("time_or_absent", value); }

    public DateTimeOffset? TimeOrNull { get => GetDateTimeOrNull("time_or_null"); set => SetDateTimeOrNull("time_or_null", value); }

    public Status Status { get => GetEnum<Status>("status"); set => SetEnum("status", value); }

    public Status? StatusOrAbsent { get => GetEnumOrNull<Status>("status_or_absent"); set => SetEnumOrRemove("status_or_absent", value); }

    public Status? StatusOrNull { get => GetEnumOrNull<Status>("status_or_null"); set => SetEnumOrNull("status_or_null", value); }

    public Image Image { get => GetView<Image>("image"); set => SetView("image", value); }

    public Image? ImageOrAbsent { get => GetViewOrNull<Image>("image_or_absent"); set => SetViewOrRemove("image_or_absent", value); }

    public Image? ImageOrNull { get => GetViewOrNull<Image>("image_or_null"); set => SetViewOrNull("image_or_null", value); }
}

namespace Semel;

/// <summary>The resource is created and recorded, but something that follows a create failed. Run again to finish it.</summary>
public sealed class FollowUpException(ResourceKey key, string message, string id, string followUp, Exception innerException) : ResourceException(key, message, innerException)
{
    /// <summary>The id of the resource.</summary>
    public string Id { get; } = id;

    /// <summary>Name of the follow-up.</summary>
    public string FollowUp { get; } = followUp;
}

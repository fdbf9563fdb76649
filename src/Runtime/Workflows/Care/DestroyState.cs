namespace Semel.Workflows;

/// <summary>What a destroy did about a resource.</summary>
public enum DestroyState
{
    /// <summary>It is deleted, or would be in a dry run.</summary>
    Deleted,

    /// <summary>It stays, because it is not ours to delete.</summary>
    Kept,

    /// <summary>It stays, because its delete failed or can't be sent.</summary>
    Failed,

    /// <summary>It stays, because something that needs it could not be deleted, or the run was stopped.</summary>
    Blocked,
}

namespace Semel;

/// <summary>What to do when a recorded resource is not what is wanted: the input was changed, or the resource was changed elsewhere.</summary>
public enum OnDrift
{
    /// <summary>Say so: in <see cref="Ensured{T}.Differences"/> and in the log. A changed input that only a new resource can meet is an error (<see cref="ReplacementRequiredException"/>).</summary>
    Report,

    /// <summary>One update with what differs. What the API can't update is an error (<see cref="ReplacementRequiredException"/>), before any call where the input alone shows it.</summary>
    Update,

    /// <summary>As <see cref="Update"/>; what the API can't update is deleted and created in the next generation, in the order of <see cref="ReplaceOrder"/>. Needs a delete operation.</summary>
    Replace,

    /// <summary>Stop with a <see cref="DriftException"/>; nothing is changed.</summary>
    Fail,
}

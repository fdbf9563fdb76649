namespace Semel.Workflows.Tests.Worlds;

/// <summary>What a resource went through before a plan is made.</summary>
internal enum Situation
{
    Nothing,
    Live,
    Changed,
    ChangedForGood,
    Drifted,
    Gone,
    Orphan,
    Stranger,
    Tombstone,
    DoubtApplied,
    DoubtLost,
    Twins,
    Silent,
    Foreign,
}

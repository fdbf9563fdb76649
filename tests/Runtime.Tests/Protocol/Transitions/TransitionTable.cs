using Semel.Runtime.Tests.Protocol.Transitions.Rows;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>The protocol as one table, in the order of a create. To change the protocol, change its row first.</summary>
internal static class TransitionTable
{
    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. RecordRows.All, .. StandingIntentRows.All, .. LookFirstRows.All, .. LookAgainRows.All,
        .. IntentRows.All, .. ReplyRows.All, .. RejectionRows.All, .. SettledRows.All,
        .. RepeatRows.All, .. ReplayWindowRows.All, .. DoubtRows.All, .. NaturalRows.All, .. UniqueNameRows.All, .. WaitedLookRows.All,
        .. RecordingRows.All, .. RunnersRows.All, .. OperationRows.All, .. ReadyRows.All, .. FailedRows.All, .. LiveRows.All,
        .. DriftRows.All, .. UpdateRows.All, .. FingerprintKeyRows.All,
        .. AbsenceRows.All, .. RecreateRows.All, .. DeleteRows.All,
    ];

    public static IReadOnlyList<Row> Impossible { get; } = [.. ImpossiblePairs.Rows];
}

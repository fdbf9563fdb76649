namespace Semel.Simulation;

/// <summary>What can go wrong; <see cref="FaultCatalogue"/> says where and how.</summary>
internal enum FaultId
{
    None,

    // the process
    Crash,
    Pause,
    Cancel,
    ClockForward,
    ClockBack,

    // what it is started with
    OtherMachine,
    CopiedState,
    OtherCredentials,
    InputChanged,
    NameChanged,
    SecretRotated,
    OtherFingerprintKey,
    FingerprintKeyLost,
    FingerprintKeyGivenUp,
    KeyFormula,
    HandlerResends,
    HandlerBuffers,
    HandlerClones,

    // the repository
    WriteFails,
    WriteFailsLate,
    DiskFull,
    TornWrite,
    Wiped,
    RolledBack,
    RolledFarBack,

    // the network
    NoConnection,
    LostRequest,
    SilentlyLostRequest,
    LateArrival,
    ArrivalAfterFlight,
    LostReply,
    SilentlyLostReply,
    TruncatedReply,

    // the server instead of what it should do
    Unauthorized,
    Forbidden,
    NotFound,
    Invalid,
    TooMany,
    ServerError,
    Redirect307,
    Redirect308,
    Redirect303,
    Refused,

    // the server beside what it should do
    AppliedThenServerError,
    AppliedThenNotFound,
    AppliedThenConflict,
    AppliedWithoutId,
    AppliedUnreadable,
    AcceptedThenFailed,
    MarkerDropped,
    Lag,
    LagBeyond,
    StaleRead,
    StaleReplica,
    Crowded,
    PageThreeFails,
    UnreadableRead,
    SoftDelete,
    EndsInError,
    ForgetsKeys,
    IgnoresKey,
    DropsKeyAtDelete,
    StoresError,
    InProgress,

    // the world around the server
    StrangerTakesName,
    StrangerDeletes,
    MarkerStripped,
    Twin,
}

namespace Semel;

/// <summary>What the status of a create's reply proves (PROTOCOL rule 2); the text of the reply proves nothing.</summary>
internal static class CreateStatus
{
    public static bool ProvesNotApplied(int status) => status
        is 400 or 401 or 403 or 405 or 406 or 411 or 413 or 414 or 415 or 417 or 422 or 431 or 501;

    public static bool IsSuccess(int status) => status is >= 200 and <= 299;

    /// <summary>303: it was applied, and its Location says where to look.</summary>
    public static bool SeesOther(int status) => status == 303;

    public static bool SaysExists(int status) => status == 409;
}

namespace Semel.Workflows;

/// <summary>Which errors pass by themselves, so that a step is run again. The protocol sees to it that this repeats no create that may have been applied.</summary>
internal static class Transience
{
    public static bool IsTransient(Exception error) => error switch
    {
        UnknownException unknown => IsTransient(unknown.Status),
        RejectedException { Status: null } rejected => rejected.InnerException is not (OperationCanceledException or ArgumentException),
        ApiException api => api.Method == HttpMethod.Get && IsTransient(api.Status),
        _ => false,
    };

    private static bool IsTransient(int? status) => status is null or 408 or 429 or >= 500 and not 501;
}

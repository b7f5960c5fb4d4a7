namespace Kajabi.Contract.Tests.Drift.Mutations;

/// <summary>The severity that the rule gives: what narrows a request or widens an answer is breaking.</summary>
internal static class Effects
{
    public const char Narrows = 'N';
    public const char Widens = 'W';
    public const char Breaks = 'B';
    public const char Shifts = 'S';
    public const char Informs = 'I';

    public static string Severity(char effect, string direction) =>
        (effect, direction) switch
        {
            (Breaks, _) or (Narrows, "request") or (Widens, "response") => "breaking",
            (Shifts, "request") => "warning",
            _ => "info",
        };
}

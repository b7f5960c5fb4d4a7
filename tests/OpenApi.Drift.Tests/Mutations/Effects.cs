using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>The expected severity: narrowing a request or widening a response is breaking.</summary>
internal static class Effects
{
    public const char Narrowing = 'N';
    public const char Widening = 'W';
    public const char Breaking = 'B';
    public const char Behavioral = 'S';
    public const char None = 'I';

    public static string Severity(char effect, string direction) =>
        (effect, direction) switch
        {
            (Breaking, _) or (Narrowing, "request") or (Widening, "response") => "breaking",
            (Behavioral, "request") => "warning",
            _ => "info",
        };
}

using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>A kind of change.</summary>
/// <param name="Id">The stable id; the id of oasdiff if it has one.</param>
/// <param name="Effect">The effect on compatibility.</param>
/// <param name="Direction">One of <see cref="Documents.Findings.Direction"/>.</param>
/// <param name="Message">The message of the finding.</param>
internal sealed record DriftRule(string Id, CompatibilityEffect Effect, string Direction, string Message)
{
    /// <summary>Returns the severity for a client of the API, which receives the requests of callbacks and webhooks.</summary>
    /// <param name="isCallback">Whether the API sends the request.</param>
    public Severity Severity(bool isCallback = false)
    {
        bool callerSends = Direction == Documents.Findings.Direction.Request != isCallback;
        return Effect switch
        {
            CompatibilityEffect.Breaking => Documents.Findings.Severity.Breaking,
            CompatibilityEffect.Narrowing when callerSends => Documents.Findings.Severity.Breaking,
            CompatibilityEffect.Widening when !callerSends => Documents.Findings.Severity.Breaking,
            CompatibilityEffect.Behavioral when callerSends => Documents.Findings.Severity.Warning,
            _ => Documents.Findings.Severity.Info,
        };
    }
}

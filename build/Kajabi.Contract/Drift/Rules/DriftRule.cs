using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Drift.Rules;

/// <summary>One kind of change that is seen.</summary>
/// <param name="Id">The stable id, in the words of oasdiff where it has some.</param>
/// <param name="Effect">What it does to the messages.</param>
/// <param name="Direction">One of <see cref="Reporting.Direction"/>.</param>
/// <param name="Sentence">What happened, for people.</param>
internal sealed record DriftRule(string Id, Effect Effect, string Direction, string Sentence)
{
    /// <summary>The severity for somebody who calls the API, or, in callbacks and webhooks, is called by it.</summary>
    /// <param name="isCallback">Whether the API is the one that sends the request.</param>
    public Severity Severity(bool isCallback = false)
    {
        bool callerSends = Direction == Reporting.Direction.Request != isCallback;
        return Effect switch
        {
            Effect.Breaks => Reporting.Severity.Breaking,
            Effect.Narrows when callerSends => Reporting.Severity.Breaking,
            Effect.Widens when !callerSends => Reporting.Severity.Breaking,
            Effect.Shifts when callerSends => Reporting.Severity.Warning,
            _ => Reporting.Severity.Info,
        };
    }
}

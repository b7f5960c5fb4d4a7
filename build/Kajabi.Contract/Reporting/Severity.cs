namespace Kajabi.Contract.Reporting;

/// <summary>How much a finding matters to somebody who uses the API as it was.</summary>
internal enum Severity
{
    /// <summary>What worked can fail.</summary>
    Breaking,

    /// <summary>What worked goes on and deserves a look.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

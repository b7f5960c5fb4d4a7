namespace OpenApi.Documents.Findings;

/// <summary>The severity of a finding for existing clients of the API.</summary>
public enum Severity
{
    /// <summary>Existing clients can fail.</summary>
    Breaking,

    /// <summary>Existing clients work, but should be reviewed.</summary>
    Warning,

    /// <summary>For information.</summary>
    Info,
}

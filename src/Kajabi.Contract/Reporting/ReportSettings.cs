namespace Kajabi.Contract.Reporting;

/// <summary>The settings of a report.</summary>
/// <param name="Format">The format.</param>
/// <param name="Output">The file; null for standard output.</param>
/// <param name="FailOn">The lowest severity that makes the command fail.</param>
/// <param name="Configuration">The configuration file; null for none.</param>
internal sealed record ReportSettings(ReportFormat Format, string? Output, FailOn FailOn, string? Configuration);

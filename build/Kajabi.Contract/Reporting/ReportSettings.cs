namespace Kajabi.Contract.Reporting;

/// <summary>How a report is written and judged.</summary>
/// <param name="Format">For whom.</param>
/// <param name="Output">The file; null for standard output.</param>
/// <param name="FailOn">The level that counts.</param>
/// <param name="Accepted">The file of accepted findings; null for none.</param>
internal sealed record ReportSettings(ReportFormat Format, string? Output, FailOn FailOn, string? Accepted);

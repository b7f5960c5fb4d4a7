namespace Kajabi.Contract.Reporting;

/// <summary>For whom a report is written.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Markdown,
    GitHub,
    JUnit,
}

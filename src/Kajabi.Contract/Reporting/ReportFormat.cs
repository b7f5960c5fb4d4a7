namespace Kajabi.Contract.Reporting;

/// <summary>The format of a report.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Markdown,
    GitHub,
    JUnit,
    Html,
}

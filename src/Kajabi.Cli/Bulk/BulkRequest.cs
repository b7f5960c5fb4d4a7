namespace Kajabi.Cli.Bulk;

/// <summary>The options of a bulk change.</summary>
/// <param name="OwnerType">The type of the resources to change: <c>contacts</c> or <c>customers</c>.</param>
/// <param name="From">The path of a CSV file, or the type of a list.</param>
/// <param name="Filters">The filters of the list, by name without <c>filter[]</c>.</param>
/// <param name="Site">The id of the site that tags and e-mail addresses are searched in; null if it is not given.</param>
/// <param name="Report">The path of the report; null in a dry run.</param>
/// <param name="IsResume">Whether an earlier report is continued.</param>
/// <param name="IsDryRun">Whether nothing is written.</param>
internal sealed record BulkRequest(
    string OwnerType,
    string From,
    ILookup<string, string> Filters,
    string? Site,
    string? Report,
    bool IsResume,
    bool IsDryRun
)
{
    /// <summary>Whether the resources are those of a list of the API, not of a file.</summary>
    public bool IsList => From is "contacts" or "customers";
}

using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests;

/// <summary>Finds the changes of a request body.</summary>
internal static class RequestChanges
{
    private const string Body = "request-body-";
    private const string Property = "request-property-";
    private const string MediaType = " application/json";

    /// <summary>Returns the changes with their JSON paths, such as <c>type-changed data.id</c>.</summary>
    public static IEnumerable<string> Find(string before, string after) =>
        SmallContract
            .Compare(SmallContract.WithSchema(before), SmallContract.WithSchema(after))
            .Findings.Where(static finding => finding.Location.Direction == Direction.Request)
            .Select(static finding => $"{finding.Rule.Id} {finding.Location.Path}")
            .Select(static text => text.Replace(Body, string.Empty, StringComparison.Ordinal))
            .Select(static text => text.Replace(Property, string.Empty, StringComparison.Ordinal))
            .Select(static text => text.Replace(MediaType, string.Empty, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}

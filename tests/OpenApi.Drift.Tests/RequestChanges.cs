using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests;

/// <summary>Finds the changes of a request body. Their names are the ids of the rules without the prefix of the body or property.</summary>
internal static class RequestChanges
{
    private const string MediaType = "application/json";

    private static readonly string[] s_prefixes = ["request-body-", "request-property-"];

    /// <summary>Returns the changes with their JSON paths, such as <c>type-changed data.id</c>.</summary>
    /// <param name="before">The schema of the base, as JSON.</param>
    /// <param name="after">The schema of the revision, as JSON.</param>
    /// <param name="components">Other schemas of both, as JSON.</param>
    public static IEnumerable<string> Find(string before, string after, string components = "{}") =>
        Findings(before, after, components)
            .Select(static finding => $"{Name(finding)} {finding.Location.Path[MediaType.Length..].TrimStart()}".TrimEnd())
            .Order(StringComparer.Ordinal);

    /// <summary>Returns the same without paths, separated by commas.</summary>
    public static string Names(string before, string after, string components = "{}") =>
        string.Join(',', Findings(before, after, components).Select(Name).Order(StringComparer.Ordinal));

    private static IEnumerable<Finding> Findings(string before, string after, string components) =>
        SmallContract
            .Compare(SmallContract.WithSchema(before, components), SmallContract.WithSchema(after, components))
            .Findings.Where(static finding => finding.Location.Direction == Direction.Request);

    private static string Name(Finding finding)
    {
        string prefix = Array.Find(s_prefixes, prefix => finding.Rule.Id.StartsWith(prefix, StringComparison.Ordinal)) ?? string.Empty;
        return finding.Rule.Id[prefix.Length..];
    }
}

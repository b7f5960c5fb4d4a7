using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests the comparison with the vendor's files, whose differences are known.</summary>
public sealed class VendorDriftTests
{
    private const string Older = "openapi-1.0.1.yaml";
    private const string Newer = "openapi-1.1.0.yaml";

    private static readonly string[] s_lists = ["GET /v1/contacts", "GET /v1/customers"];

    private static readonly string[] s_productFilters =
    [
        "filter[has_active_product_id]",
        "filter[has_no_product_id]",
        "filter[has_product_id]",
        "filter[previously_owned_product_id]",
    ];

    private static readonly string[] s_transactions = ["GET /v1/transactions|data[]", "GET /v1/transactions/{id}|data"];

    [SkippableTheory]
    [InlineData(Older)]
    [InlineData(Newer)]
    public void A_vendor_file_has_no_drift_from_itself(string file)
    {
        SourceFile contract = Vendor(file);

        Assert.Empty(DriftComparison.Compare(contract, Vendor(file)).Findings);
    }

    [SkippableFact]
    public void Our_document_has_no_drift_from_the_vendors()
    {
        SourceFile vendor = Vendor(Newer);
        SourceFile ours = SourceFile.Load(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml"));

        Assert.Empty(DriftComparison.Compare(ours, vendor).Findings);
        Assert.Empty(DriftComparison.Compare(vendor, ours).Findings);
    }

    [SkippableFact]
    public void The_newer_version_has_16_changes()
    {
        IEnumerable<string> expected = Changes(
            "new-optional-request-parameter info",
            "request-parameter-removed breaking",
            "response-non-success-status-added info",
            "response-optional-property-added info",
            "response-property-deprecated info"
        );

        Assert.Equal(expected, Found(Vendor(Older), Vendor(Newer)));
    }

    [SkippableFact]
    public void The_reverse_comparison_mirrors_the_changes()
    {
        IEnumerable<string> expected = Changes(
            "request-parameter-removed breaking",
            "new-optional-request-parameter info",
            "response-non-success-status-removed info",
            "response-property-removed breaking",
            "response-property-reactivated info"
        );

        Assert.Equal(expected, Found(Vendor(Newer), Vendor(Older)));
    }

    [SkippableFact]
    public void A_duplicate_parameter_is_a_defect_but_not_drift()
    {
        DriftReport report = DriftComparison.Compare(Vendor(Newer), Vendor(Newer));

        Assert.Equal(18, report.Defects.Count);
        Assert.All(report.Defects, static defect => Assert.Equal("KC0002", defect.Rule.Id));
    }

    private static IEnumerable<string> Changes(string gained, string lost, string status, string property, string deprecated) =>
        s_lists
            .SelectMany(operation =>
                s_productFilters
                    .Select(filter => $"{gained} {operation} query {filter}")
                    .Append($"{lost} {operation} query filter[is_suppressed]")
            )
            .Append($"{gained} GET /v1/products query filter[exclude_product_types][]")
            .Append($"{status} DELETE /v1/contacts/{{id}} 422")
            .Concat(
                s_transactions
                    .Select(static location => location.Split('|'))
                    .SelectMany(location =>
                        new[]
                        {
                            $"{property} {location[0]} 200 application/vnd.api+json {location[1]}.relationships.purchases",
                            $"{deprecated} {location[0]} 200 application/vnd.api+json {location[1]}.relationships.offer",
                        }
                    )
            )
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Found(SourceFile before, SourceFile after) =>
        DriftComparison
            .Compare(before, after)
            .Findings.Select(static finding =>
                $"{finding.Rule.Id} {finding.Severity.ToString().ToLowerInvariant()} {finding.Location.Operation} {finding.Location.Path}"
            )
            .Order(StringComparer.Ordinal);

    private static SourceFile Vendor(string file)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        return SourceFile.Load(Path.Combine(ReferenceFolder.Path!, "vendor", file));
    }
}

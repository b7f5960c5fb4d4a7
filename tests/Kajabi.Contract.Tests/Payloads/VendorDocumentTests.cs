using Kajabi.Tests;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Payloads;

/// <summary>Tests the vendor's documents against the vendor's OpenAPI document. The overlay covers all deviations but errors.</summary>
public sealed class VendorDocumentTests
{
    private static readonly string s_openapi = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi");

    // Errors of the documents: missing data, linkage in the links, `included` in the data, and `name` instead of `title`.
    private static readonly string[] s_documentErrors =
    [
        "KC0305 GET /v1/contacts/{id} data.relationships.offers.links.data x1",
        "KC0307 GET /v1/contact_tags data x1",
        "KC0307 GET /v1/contacts/{id} included[].attributes.title x1",
        "KC0307 GET /v1/courses data x1",
        "KC0307 GET /v1/custom_fields data x1",
        "KC0307 GET /v1/customers/{id} included[].attributes.title x1",
        "KC0307 GET /v1/forms data x1",
        "KC0307 GET /v1/hooks data x1",
        "KC0307 GET /v1/kajabi_payments_payouts data x1",
        "KC0307 GET /v1/order_items data x1",
        "KC0307 GET /v1/products data x1",
        "KC0307 GET /v1/transactions data x1",
        "KC0308 GET /v1/courses/{id} data.included x1",
    ];

    // Deviations that the overlay covers, with the number of occurrences.
    private static readonly string[] s_covered =
    [
        "KC0301 GET /v1/contacts/{id} included[].attributes.name x1",
        "KC0301 GET /v1/courses data[].attributes.status x5",
        "KC0301 GET /v1/customers/{id} included[].attributes.name x1",
        "KC0301 GET /v1/forms data[].attributes.description x6",
        "KC0301 GET /v1/hooks/form_submission_sample [].attributes.mobile_phone_number x1",
        "KC0301 GET /v1/offers/{id} included[].attributes.image_url x1",
        "KC0301 GET /v1/transactions data[].attributes.updated_at x2",
        "KC0301 POST /v1/forms/{id}/submit data.attributes.mobile_phone_number x1",
        "KC0302 GET /v1/hooks/form_submission_sample [].relationships.contact_tags x1",
        "KC0302 GET /v1/transactions data[].relationships.site x3",
        "KC0303 GET /v1/courses/{id} data.relationships.lessons.data[].type x1",
        "KC0303 GET /v1/courses/{id} data.relationships.modules.data[].type x1",
        "KC0303 GET /v1/courses/{id} included[].type x1",
        "KC0303 GET /v1/courses/{id} included[].type x1",
        "KC0303 GET /v1/courses/{id} included[].type x1",
        "KC0303 POST /v1/forms/{id}/submit data.type x1",
        "KC0303 POST /v1/forms/{id}/submit data.type x1",
        "KC0305 POST /v1/hooks data.attributes.resource_id x1",
        "KC0308 GET /v1/kajabi_payments_payouts $ x2",
    ];

    [SkippableFact]
    public void Without_the_overlay_all_deviations_are_reported_with_their_numbers()
    {
        (string[] findings, int defects) = Run(null);

        // Without a schema, payouts have a single finding for the undeclared body.
        Assert.Equal(
            s_documentErrors
                .Where(error => !error.Contains("payouts", StringComparison.Ordinal))
                .Concat(s_covered)
                .Order(StringComparer.Ordinal),
            findings
        );
        Assert.Equal(7, defects);
    }

    [SkippableFact]
    public void With_the_overlay_only_the_errors_of_the_documents_remain()
    {
        (string[] findings, int defects) = Run(Path.Combine(s_openapi, "overlay.yaml"));

        Assert.Equal(s_documentErrors, findings);
        Assert.Equal(7, defects);
    }

    [SkippableFact]
    public void The_suggested_actions_cover_what_our_overlay_covers()
    {
        string suggested = Path.Combine(Directory.CreateTempSubdirectory("kajabi-suggest-").FullName, "overlay.yaml");
        Run(null, suggested);

        (string[] findings, _) = Run(suggested);
        Directory.Delete(Path.GetDirectoryName(suggested)!, recursive: true);

        Assert.Empty(findings.Except(s_documentErrors).Except(["KC0308 GET /v1/kajabi_payments_payouts $ x2"]));
    }

    [Fact]
    public void The_recorded_documents_of_the_repository_have_no_findings()
    {
        string recorded = Path.Combine(ReferenceFolder.RepositoryRoot(), "tests", "Kajabi.Contract.Tests", "Payloads", "Recorded");

        (int exitCode, JObject report, _) = PayloadRun.RunOn(
            recorded,
            Path.Combine(s_openapi, "openapi.yaml"),
            Path.Combine(s_openapi, "overlay.yaml"),
            null
        );

        Assert.Empty(report["findings"]!);
        Assert.Empty(report["defects"]!);
        Assert.Equal(0, exitCode);
    }

    private static (string[] Findings, int Defects) Run(string? overlay, string? suggested = null)
    {
        Skip.If(ReferenceFolder.Path is null, ReferenceFolder.MissingReason);
        (_, JObject report, _) = PayloadRun.RunOn(
            Path.Combine(ReferenceFolder.Path, "examples"),
            Path.Combine(s_openapi, "openapi.yaml"),
            overlay,
            suggested
        );
        return ([.. report["findings"]!.Select(Line).Order(StringComparer.Ordinal)], report["defects"]!.Count());
    }

    private static string Line(JToken finding) =>
        $"{finding["id"]} {finding["operation"]} {((string)finding["location"]!).Split(' ')[^1]} x{finding["count"]}";
}

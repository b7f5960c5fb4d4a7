using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Reporting.Html;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class HtmlFormatTests
{
    [Fact]
    public void Findings_are_grouped_by_operation_and_severity()
    {
        Finding elsewhere = Reports.Removed with { Location = Reports.Removed.Location with { Operation = "POST /v1/things" } };

        IDocument page = Render(Reports.Create(Reports.Added, elsewhere, Reports.Removed));

        Assert.Equal(["GET /v1/things", "POST /v1/things"], Texts(page, "section > h2"));
        Assert.Equal(["1 breaking", "1 info"], Texts(page.QuerySelector("section")!, "h3"));
        Assert.Equal(
            ["breaking", "info", "breaking"],
            page.QuerySelectorAll(".group").Select(group => group.GetAttribute("data-severity"))
        );
    }

    [Fact]
    public void A_finding_shows_both_values_its_location_and_its_rule()
    {
        IElement finding = Render(Reports.Create(Reports.Removed)).QuerySelector("article")!;

        Assert.Equal(["string", "nothing"], Texts(finding, "dd"));
        Assert.Equal("request query filter[a] openapi/new.yaml(12,5)", finding.QuerySelector(".location")!.TextContent);
        Assert.Equal("filter-gone", finding.QuerySelector("summary")!.TextContent);
        Assert.Contains(Reports.Removed.Fingerprint, finding.TextContent, StringComparison.Ordinal);
        Assert.Contains("Something was removed", finding.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_document_is_never_markup()
    {
        const string markup = "</style><script>alert(1)</script><img src=x onerror=alert(1)>\" '";
        Finding finding = Reports.Removed with
        {
            Message = markup,
            Before = markup,
            Location = new FindingLocation(markup, markup),
            Rule = Reports.Rule(markup, CompatibilityEffect.Breaking),
        };
        ContractReport report = new(markup, markup, [finding], [finding])
        {
            Accepted = [finding],
            Conclusion = new ReportConclusion($"`{markup}` {markup}", Markdown: null, []),
            CodeImpact = new CodeImpact([finding], Conclusion: null, markup),
        };

        IDocument page = Render(report);

        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal(markup, page.QuerySelector("article p")!.TextContent);
    }

    [Fact]
    public void The_page_makes_no_request_and_runs_only_its_own_script()
    {
        IDocument page = Render(Reports.Create(Reports.Removed));

        Assert.Empty(page.QuerySelectorAll("[src], [href]:not([href^='#']), link, iframe"));
        Assert.Equal(
            $"default-src 'none'; style-src '{Hash(page, "style")}'; script-src '{Hash(page, "script")}'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")
        );
    }

    [Fact]
    public void Accepted_findings_and_defects_are_collapsed()
    {
        IDocument page = Render(Reports.Create() with { Accepted = [Reports.Added], Defects = [Reports.Removed] });

        Assert.Equal(["Defects (1)", "Accepted (1)"], Texts(page, "details.part > summary"));
    }

    [Fact]
    public void A_page_without_findings_has_no_filter() => Assert.Null(Render(Reports.Create()).QuerySelector("form"));

    private static IDocument Render(ContractReport report) => new HtmlParser().ParseDocument(HtmlFormat.Write(report));

    private static IEnumerable<string> Texts(IParentNode parent, string selector) =>
        parent.QuerySelectorAll(selector).Select(element => element.TextContent);

    private static string Hash(IDocument page, string element) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector(element)!.TextContent)))}";
}

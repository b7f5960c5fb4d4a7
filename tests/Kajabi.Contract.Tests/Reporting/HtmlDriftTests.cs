using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Reporting;

/// <summary>The page of <c>drift</c> shows the effect on code, which other formats leave to <c>impact</c>.</summary>
public sealed class HtmlDriftTests : IDisposable
{
    private static readonly string s_ours = Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "openapi.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-html-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Drift_shows_the_effect_on_code()
    {
        string renamed = File.ReadAllText(s_ours).Replace("price_in_cents", "price_in_pennies", StringComparison.Ordinal);

        IDocument page = Drift(s_ours, Write("renamed.yaml", renamed));

        Assert.Contains("Version: major.", page.QuerySelector("h2.part + .conclusion")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("OfferAttributes", page.QuerySelectorAll("h2.part ~ section > h2").Select(type => type.TextContent));
    }

    [Fact]
    public void Drift_explains_why_it_cannot_show_the_effect_on_code()
    {
        const string document = """
            openapi: 3.0.1
            paths:
              '/a"': { get: { responses: { '200': { description: ok } } } }
            """;

        IDocument page = Drift(Write("before.yaml", document), Write("after.yaml", document + "\ninfo: { version: '2' }\n"));

        Assert.StartsWith("No SDK can be generated", page.QuerySelector("h2.part + p")!.TextContent, StringComparison.Ordinal);
    }

    private static IDocument Drift(string before, string after)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        DriftCommand.Run(before, after, new ReportSettings(ReportFormat.Html, null, FailOn.None, null), output, errors);
        Assert.Empty(errors.ToString());
        return new HtmlParser().ParseDocument(output.ToString());
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}

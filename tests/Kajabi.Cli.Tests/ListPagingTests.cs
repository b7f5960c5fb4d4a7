using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.Tests;

/// <summary>The pages that <c>list</c> reads.</summary>
public sealed class ListPagingTests
{
    private const string SelfPage = "https://elsewhere.example/api/v1/contacts?page[number]=";

    [Fact]
    public async Task A_list_that_changes_while_it_is_read_is_shown_and_causes_an_error()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static request => new LoopbackResponse(
            request.QueryString.Value!.Contains("=2", StringComparison.Ordinal)
                ? """{"data":[{"id":"3","type":"contacts"}],"meta":{"current_page":2,"total_pages":2,"total_count":3}}"""
                : """
                {
                  "data":[{"id":"1","type":"contacts"},{"id":"2","type":"contacts"}],
                  "meta":{"current_page":1,"total_pages":2,"total_count":4}
                }
                """
        ));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--all", "--json");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["1", "2", "3"], result.Lines.Select(static line => (string?)line["id"]));
        Assert.Contains("the list changed while it was read (detected on page 2)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_is_read_by_default()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(GetPageNumber(request), links: 3));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json");

        Assert.Equal(["1"], GetIds(result));
        Assert.Contains("--all", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(null, 3)]
    [InlineData(3, 3)]
    [InlineData(9, 3)]
    public async Task All_pages_are_read_by_links_or_totals(int? links, int? totals)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(GetPageNumber(request), links, totals));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--all", "--page-size", "1");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(["1", "2", "3"], GetIds(result));
        Assert.Equal(
            ["/v1/contacts?page[size]=1", "/v1/contacts?page[number]=2&page[size]=1", "/v1/contacts?page[number]=3&page[size]=1"],
            api.Requests
        );
    }

    [Fact]
    public async Task A_next_link_to_the_same_page_is_reported_and_not_followed()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(GetPageNumber(request), links: 2, next: 2));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--all");

        Assert.Equal((3, 2), (result.ExitCode, api.Requests.Count));
        Assert.Equal(["1", "2"], GetIds(result));
        Assert.Contains("never end", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_returned_repeatedly_is_reported_and_shown_once()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => new LoopbackResponse(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"data":[{"id":"1","type":"contacts"}],"links":{"next":"{{SelfPage}}{{GetPageNumber(request) + 1}}" } }"""
            )
        ));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--all");

        Assert.Equal((3, 2), (result.ExitCode, api.Requests.Count));
        Assert.Equal(["1"], GetIds(result));
        Assert.Contains("never end", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_ends_the_list()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
            GetPageNumber(request) == 1
                ? CreatePage(1, links: 9)
                : new LoopbackResponse($$"""{"data":[],"links":{"next":"{{SelfPage}}3" } }""")
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--all");

        Assert.Equal((0, 2), (result.ExitCode, api.Requests.Count));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_reported_after_the_earlier_pages()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
            GetPageNumber(request) == 1 ? CreatePage(1, links: 3) : new LoopbackResponse("<html>", 200, "text/html")
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--all");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(["1"], GetIds(result));
        Assert.Contains("could not be read", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_one_table_without_columns_that_repeat_another_one()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
        {
            int page = GetPageNumber(request);
            string links = page < 3 ? $$""" "links":{"next":"{{SelfPage}}{{page + 1}}"}, """ : string.Empty;
            string attributes = $$"""{"name":"Plan {{page}}","title":"Plan {{page}}"}""";
            return new LoopbackResponse($$"""{ {{links}} "data":[{"id":"{{page}}","type":"offers","attributes":{{attributes}} }]}""");
        });

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "offers", "--all");

        Assert.Equal((0, "id  name\n──  ──────\n1   Plan 1\n2   Plan 2\n3   Plan 3\n"), (result.ExitCode, result.Output));
    }

    private static IEnumerable<string?> GetIds(CliResult result) => result.Lines.Select(static line => (string?)line["id"]);

    private static int GetPageNumber(HttpRequest request) =>
        int.TryParse(request.Query["page[number]"], CultureInfo.InvariantCulture, out int page) ? page : 1;

    /// <summary>Creates a page with one contact.</summary>
    private static LoopbackResponse CreatePage(int page, int? links = null, int? totals = null, int? next = null)
    {
        string link =
            page < links || next is not null
                ? string.Create(CultureInfo.InvariantCulture, $$""","next":"{{SelfPage}}{{next ?? page + 1}}" """)
                : string.Empty;
        string linksMember = links is null ? string.Empty : $$""","links":{"self":"x"{{link}}}""";
        string meta = totals is null
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture,
                $$""","meta":{"current_page":{{page}},"total_pages":{{totals}},"total_count":3}"""
            );
        return new LoopbackResponse(
            string.Create(CultureInfo.InvariantCulture, $$"""{"data":[{"id":"{{page}}","type":"contacts"}]{{linksMember}}{{meta}}}""")
        );
    }
}

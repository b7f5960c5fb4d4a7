using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.Tests;

/// <summary><c>--output</c>, <c>--columns</c> and <c>--limit</c>.</summary>
public sealed class OutputFormatTests
{
    private const string Page = """
        {
          "data": [
            { "id": "1", "type": "contacts",
              "attributes": { "name": "Ada, \"Countess\"", "email": "ada@example.com", "created_at": "2026-03-01T09:30:00.000+01:00" },
              "relationships": { "tags": { "data": [ { "type": "contact_tags", "id": "7" }, { "type": "contact_tags", "id": "8" } ] } } },
            { "id": "2", "type": "contacts", "attributes": { "name": "", "email": null, "custom_17": "x" } }
          ]
        }
        """;

    [Fact]
    public async Task Csv_has_the_columns_with_the_values_as_received()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);

        string[] columns = ["--columns", "id,type,name", "--columns", "created_at,tags,custom_17"];
        CliResult result = await InProcessCli.RunAsync(api.Environment, ["list", "contacts", "--output", "csv", .. columns]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(
            "id,type,name,created_at,tags,custom_17\r\n"
                + "1,contacts,\"Ada, \"\"Countess\"\"\",2026-03-01T09:30:00.000+01:00,\"7,8\",\r\n"
                + "2,contacts,\"\",,,x\r\n",
            result.Output
        );
    }

    [Theory]
    [InlineData("id,type,name,email\r\n1,", "--fields", "contacts=name,email")]
    [InlineData("id,type,name,email,", null, null)]
    public async Task Csv_without_columns_has_the_requested_or_all_attributes(string start, string? option, string? value)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        string[] fields = option is null ? [] : [option, value!];

        CliResult result = await InProcessCli.RunAsync(api.Environment, ["list", "contacts", "--output", "csv", .. fields]);

        Assert.StartsWith(start, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_contains_the_first_page_with_a_message_or_all_pages_with_one_header()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(request, total: 3));

        string[] arguments = ["list", "contacts", "--output", "csv", "--columns", "id", "--page-size", "1"];
        CliResult first = await InProcessCli.RunAsync(api.Environment, arguments);
        CliResult all = await InProcessCli.RunAsync(api.Environment, [.. arguments, "--all"]);

        Assert.Equal("id\r\n1\r\n", first.Output);
        Assert.Contains("this is the first page, 1 of 3; --all reads all pages", first.Error, StringComparison.Ordinal);
        Assert.Equal(("id\r\n1\r\n2\r\n3\r\n", string.Empty), (all.Output, all.Error));
    }

    [Fact]
    public async Task Output_json_is_the_same_as_json()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);

        CliResult output = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--output", "json");
        CliResult json = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json");

        Assert.Equal(json.Output, output.Output);
        Assert.Equal(2, output.Lines.Count);
    }

    [Fact]
    public async Task One_resource_can_be_csv_and_loads_nothing_else()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":{"id":"1","type":"contacts","attributes":{"name":"Ada"}}}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contact", "1", "--output", "csv", "--columns", "id,name");

        Assert.Equal("id,name\r\n1,Ada\r\n", result.Output);
        Assert.Equal(["/v1/contacts/1"], api.Requests);
    }

    [Theory]
    [InlineData(1, 1, "page[size]=1")]
    [InlineData(3, 3, "page[size]=3")]
    public async Task The_limit_is_the_size_of_one_page(int limit, int expected, string query)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(request, total: 250));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--limit", $"{limit}");

        Assert.Equal((0, expected), (result.ExitCode, result.Lines.Count));
        Assert.Contains(query, Assert.Single(api.Requests), StringComparison.Ordinal);
        Assert.Contains($"the first {limit} of 250", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("150", "100", 2)]
    [InlineData("5", "2", 3)]
    [InlineData("4", "2", 2)]
    public async Task Pages_are_requested_until_the_limit_is_reached(string limit, string size, int requests)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(request, total: 250));
        string[] pageSize = size == "100" ? [] : ["--page-size", size];

        CliResult result = await InProcessCli.RunAsync(api.Environment, ["list", "contacts", "--json", "--limit", limit, .. pageSize]);

        int count = int.Parse(limit, CultureInfo.InvariantCulture);
        Assert.Equal(Enumerable.Range(1, count).Select(static id => $"{id}"), result.Lines.Select(static line => (string?)line["id"]));
        Assert.Equal(requests, api.Requests.Count);
        Assert.All(api.Requests, request => Assert.Contains($"page[size]={size}", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_above_the_number_of_resources_shows_all()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(request => CreatePage(request, total: 3));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--limit", "9", "--page-size", "2");

        Assert.Equal((0, string.Empty, 3, 2), (result.ExitCode, result.Error, result.Lines.Count, api.Requests.Count));
    }

    [Theory]
    [InlineData("3", "these are the first 3.")]
    [InlineData("2", "these are the first 2.")]
    [InlineData("4", null)]
    public async Task A_limit_that_cuts_a_list_without_totals_is_reported(string limit, string? message)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static request => new LoopbackResponse(
            request.QueryString.Value!.Contains("=2&", StringComparison.Ordinal)
                ? """{"data":[{"id":"3","type":"contacts"},{"id":"4","type":"contacts"}],"links":{"self":"x"}}"""
                : """
                {
                  "data":[{"id":"1","type":"contacts"},{"id":"2","type":"contacts"}],
                  "links":{"next":"https://elsewhere.example/api/v1/contacts?page[number]=2"}
                }
                """
        ));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--json", "--limit", limit, "--page-size", "2");

        Assert.Equal((0, int.Parse(limit, CultureInfo.InvariantCulture)), (result.ExitCode, result.Lines.Count));
        Assert.Equal(message is null ? string.Empty : $"kajabi: {message}\n", result.Error);
    }

    private static LoopbackResponse CreatePage(HttpRequest request, int total)
    {
        int number = int.TryParse(request.Query["page[number]"], CultureInfo.InvariantCulture, out int page) ? page : 1;
        int size = int.Parse(request.Query["page[size]"]!, CultureInfo.InvariantCulture);
        IEnumerable<string> resources = Enumerable
            .Range(((number - 1) * size) + 1, Math.Clamp(total - ((number - 1) * size), 0, size))
            .Select(static id => $$"""{"id":"{{id}}","type":"contacts"}""");
        int pages = (total + size - 1) / size;
        return new LoopbackResponse(
            $$$"""
            {
              "data": [{{{string.Join(',', resources)}}}],
              "meta": { "current_page": {{{number}}}, "total_pages": {{{pages}}}, "total_count": {{{total}}} }
            }
            """
        );
    }
}

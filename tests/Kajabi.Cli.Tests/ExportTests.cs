using System.Globalization;
using CsvHelper;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The files that an export writes, and its errors.</summary>
public sealed class ExportTests
{
    private const string Page = """
        {
          "data": [
            {
              "id": "1", "type": "contacts",
              "attributes": {
                "name": "=HYPERLINK(\"x\")", "email": "a,b\r\nc", "phone_number": "", "subscribed": true,
                "address_city": null, "address_zip": " 1 ",
                "created_at": "2024-01-15T10:30:00.120-05:00", "custom_2": "ä😀", "custom_17": {"n": -1.50}, "shoe_size": -42
              },
              "relationships": { "tags": { "data": [ { "type": "contact_tags", "id": "7" } ] } }
            },
            { "id": "2", "type": "contacts" }
          ],
          "included": [ { "id": "7", "type": "contact_tags", "attributes": { "name": "VIP" } } ]
        }
        """;

    [Fact]
    public async Task A_csv_file_has_a_column_for_each_attribute_and_json_for_the_rest()
    {
        (string text, CliResult result) = await ExportAsync(Page, "--format", "csv", "--include", "tags");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(
            "id,type,name,email,phone_number,business_number,subscribed,address_line_1,address_line_2,address_city,address_state,"
                + "address_country,external_user_id,address_zip,"
                + "custom_1,custom_2,custom_3,created_at,updated_at,additional,relationships\r\n"
                + "1,contacts,\"=HYPERLINK(\"\"x\"\")\",\"a,b\r\nc\",\"\",,true,,,,,,,\" 1 \",,ä😀,,2024-01-15T10:30:00.120-05:00,,"
                + "\"{\"\"custom_17\"\":{\"\"n\"\":-1.50},\"\"shoe_size\"\":-42}\","
                + "\"{\"\"tags\"\":[{\"\"id\"\":\"\"7\"\",\"\"type\"\":\"\"contact_tags\"\","
                + "\"\"attributes\"\":{\"\"name\"\":\"\"VIP\"\"},\"\"relationships\"\":{}}]}\"\r\n"
                + "2,contacts,,,,,,,,,,,,,,,,,,,{}\r\n",
            text
        );
    }

    [Fact]
    public async Task The_requested_attributes_are_the_columns()
    {
        (string text, _) = await ExportAsync(Page, "--format", "csv", "--fields", "contacts=custom_17,name,tags", "--escape-formulas");

        string[] lines = text.Split("\r\n");
        Assert.Equal("id,type,custom_17,name,additional,relationships", lines[0]);
        Assert.StartsWith("1,contacts,\"{\"\"n\"\":-1.50}\",\"'=HYPERLINK(\"\"x\"\")\",\"{", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"\"subscribed\"\":true", text, StringComparison.Ordinal);
        Assert.Contains("\"\"shoe_size\"\":-42", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cell_is_read_back_unchanged()
    {
        (string text, _) = await ExportAsync(Page, "--format", "csv");

        using CsvReader csv = CsvReader.Create(new StringReader(text));
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index))]);
        }

        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(["=HYPERLINK(\"x\")", "a,b\r\nc"], rows[^2][2..4]);
        Assert.Equal(JObject.Parse("""{"custom_17":{"n":-1.50},"shoe_size":-42}""").ToString(), JObject.Parse(rows[^2][^2]).ToString());
    }

    [Fact]
    public async Task An_attribute_with_the_name_of_a_column_is_prefixed()
    {
        (string text, _) = await ExportAsync(
            """{"data":[{"id":"1","type":"custom_fields","attributes":{"type":"TextField"}}]}""",
            "--format",
            "csv",
            "--type",
            "custom_fields"
        );

        string[][] lines = [.. text.Split("\r\n").Select(static line => line.Split(','))];
        Assert.Equal(("type", "custom_fields"), (lines[0][1], lines[1][1]));
        Assert.Equal("TextField", lines[1][Array.IndexOf(lines[0], "attributes.type")]);
    }

    [Theory]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task Json_contains_resources_in_the_format_of_list(string format)
    {
        (string text, CliResult result) = await ExportAsync(Page, "--format", format, "--include", "tags", "--json");
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        CliResult list = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--include", "tags", "--json");

        string[] lines = list.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(format == "json" ? $"[\n{lines[0]},\n{lines[1]}\n]\n" : list.Output, text);
        Assert.Equal((2, "contacts"), ((int)result.Json["count"]!, (string?)result.Json["type"]));
    }

    [Fact]
    public async Task An_export_without_resources_is_a_valid_file()
    {
        Assert.Empty(JArray.Parse((await ExportAsync("""{"data":[]}""", "--format", "json")).Text));
        Assert.Single((await ExportAsync("""{"data":[]}""", "--format", "csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty((await ExportAsync("""{"data":[]}""", "--format", "ndjson")).Text);
    }

    [Theory]
    [InlineData("contacts", "page[size]=100&sort=created_at")]
    [InlineData("products", "page[size]=100")]
    [InlineData("contacts", "page[size]=9&sort=-name", "--sort", "-name", "--page-size", "9")]
    public async Task Pages_have_one_size_and_new_resources_are_last(string type, string query, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["export", type, "--format", "csv", "--output", folder.File("all.csv"), .. arguments]
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(query, string.Join('&', Assert.Single(api.Requests).Split('?')[1].Split('&').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_count_that_differs_from_the_total_is_reported()
    {
        (_, CliResult result) = await ExportAsync(
            """{"data":[{"id":"1","type":"contacts"}],"meta":{"total_count":2}}""",
            "--format",
            "csv"
        );

        Assert.Contains("the API reports a total of 2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_shrinks_between_two_pages_is_exported_as_far_as_possible()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static request => new LoopbackResponse(
            request.QueryString.Value!.Contains("=2", StringComparison.Ordinal)
                ? """{"data":[{"id":"4","type":"contacts"}],"meta":{"current_page":2,"total_pages":2,"total_count":4}}"""
                : """
                {
                  "data":[{"id":"1","type":"contacts"},{"id":"2","type":"contacts"}],
                  "meta":{"current_page":1,"total_pages":2,"total_count":5}
                }
                """
        ));
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "ndjson",
            "--output",
            folder.File("all.ndjson")
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, (await File.ReadAllLinesAsync(folder.File("all.ndjson"))).Length);
        Assert.Contains("the API reports a total of 4", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_changes_is_reported_even_if_the_last_total_equals_the_count()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static request => new LoopbackResponse(
            request.QueryString.Value!.Contains("=2", StringComparison.Ordinal)
                ? """{"data":[{"id":"4","type":"contacts"}],"meta":{"current_page":2,"total_pages":2,"total_count":3}}"""
                : """
                {
                  "data":[{"id":"1","type":"contacts"},{"id":"2","type":"contacts"}],
                  "meta":{"current_page":1,"total_pages":2,"total_count":4}
                }
                """
        ));
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "ndjson",
            "--output",
            folder.File("all.ndjson")
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, (await File.ReadAllLinesAsync(folder.File("all.ndjson"))).Length);
        Assert.Contains("the list changed while it was read", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xml", "--format", "xml")]
    [InlineData("'--format'")]
    [InlineData("--escape-formulas", "--format", "json", "--escape-formulas")]
    [InlineData("--bom", "--format", "ndjson", "--bom")]
    [InlineData("siteid", "--format", "csv", "--filter", "siteid=1")]
    [InlineData("Did you mean name?", "--format", "csv", "--fields", "contacts=nam")]
    [InlineData("--page-size", "--format", "csv", "--page-size", "0")]
    public async Task A_usage_error_leaves_no_file(string expected, params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            ["export", "contacts", "--output", folder.File("all"), .. arguments]
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task An_existing_file_is_not_overwritten()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("all.csv"), "original");

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "csv",
            "--output",
            folder.File("all.csv"),
            "--resume"
        );

        Assert.Equal((2, "original"), (result.ExitCode, await File.ReadAllTextAsync(folder.File("all.csv"))));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_missing_folder_is_a_usage_error()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "csv",
            "--output",
            folder.File("no/all.csv")
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("cannot be written", result.Error, StringComparison.Ordinal);
    }

    private static async Task<(string Text, CliResult Result)> ExportAsync(string page, params string[] arguments)
    {
        string type = arguments is [.., "--type", var last] ? last : "contacts";
        string[] options = arguments is [.. var rest, "--type", _] ? rest : arguments;
        await using LoopbackApi api = await LoopbackApi.StartAsync(page);
        using TemporaryFolder folder = new();
        CliResult result = await InProcessCli.RunAsync(api.Environment, ["export", type, "--output", folder.File("all"), .. options]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["all"], folder.Files);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{type} were written to {folder.File("all")}."),
            result.Error,
            StringComparison.Ordinal
        );
        return (await File.ReadAllTextAsync(folder.File("all")), result);
    }
}

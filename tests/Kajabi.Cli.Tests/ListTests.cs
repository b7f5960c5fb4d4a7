namespace Kajabi.Cli.Tests;

/// <summary>The requests of <c>list</c>, and its output.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Each_resource_is_one_line_of_json()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            """
            {"data":[{"id":"1","type":"contacts","attributes":{"name":"Two\nlines and a \u2028 more"}},{"id":"2","type":"contacts"}]}
            """
        );

        CliResult result = await CliProcess.RunAsync(api, "list", "contacts", "--json");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(["1", "2"], result.Lines.Select(static line => (string?)line["id"]));
        Assert.Equal("Two\nlines and a \u2028 more", (string?)result.Lines[0]["attributes"]!["name"]);
    }

    [Fact]
    public async Task All_options_are_sent()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await CliProcess.RunAsync(
            api,
            "list",
            "contacts",
            "--json",
            "--include",
            "offers,customer.offers",
            "--include",
            "tags",
            "--fields",
            "contacts=name,custom_17",
            "--fields",
            "offers=title",
            "--fields",
            "contacts=email",
            "--filter",
            "site_id=9",
            "--filter",
            "search=a=b @c",
            "--sort",
            "-created_at",
            "--page-size",
            "50"
        );

        Assert.Equal(0, result.ExitCode);
        string request = Assert.Single(api.Requests);
        Assert.Equal(
            [
                "fields[contacts]=name,custom_17,email,offers,customer,tags",
                "fields[offers]=title",
                "filter[search]=a=b @c",
                "filter[site_id]=9",
                "include=offers,customer.offers,tags",
                "page[size]=50",
                "sort=-created_at",
            ],
            request["/v1/contacts?".Length..].Split('&').Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("--sort", "-handle", "sort=-handle")]
    [InlineData("--filter", "site_id=@order", "filter[site_id]=@order")]
    public async Task A_value_that_looks_like_an_option_or_a_response_file_is_a_value(string option, string value, string query)
    {
        Assert.Equal($"/v1/custom_fields?{query}", await ListRequest.SendAsync("custom_fields", "--json", option, value));
    }

    [Theory]
    [InlineData("purchases", "updated_at_gte=2026-03-01T09:30:00+01:00", "updated_at_lt=2026-04-01", "-updated_at")]
    [InlineData("orders", "created_at_gteq=2026-03-01", "currency_code_in=USD,EUR", "created_at")]
    [InlineData("order_items", "fulfilled_at_null=true", "title_i_cont=Glaze", "fulfilled_at")]
    public async Task Filters_on_attributes_are_sent_as_they_are_given(string type, string first, string second, string sort)
    {
        string request = await ListRequest.SendAsync(type, "--filter", first, "--filter", second, "--sort", sort);

        Assert.Equal(
            [
                $"filter[{first.Replace("=", "]=", StringComparison.Ordinal)}",
                $"filter[{second.Replace("=", "]=", StringComparison.Ordinal)}",
                $"sort={sort}",
            ],
            request[$"/v1/{type}?".Length..].Split('&').Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_list_filter_is_sent_once_for_each_value()
    {
        string[] filters = ["--filter", "exclude_product_types[]=a", "--filter", "exclude_product_types=b"];

        string request = await ListRequest.SendAsync(["products", .. filters]);

        Assert.Equal("/v1/products?filter[exclude_product_types][]=a&filter[exclude_product_types][]=b", request);
    }

    [Fact]
    public async Task Payouts_are_read_for_a_site()
    {
        string request = await ListRequest.SendAsync("kajabi_payments_payouts", "--filter", "site_id=9", "--filter", "status=paid");

        Assert.Equal(["filter[site_id]=9", "filter[status]=paid"], request["/v1/kajabi_payments_payouts?".Length..].Split('&').Order());
    }

    [Fact]
    public async Task The_default_output_is_a_table()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            """
            {
              "data": [
                { "id": "1", "type": "contacts", "attributes": { "name": "Ada", "email": "ada@example.com" } },
                { "id": "2", "type": "contacts", "attributes": { "name": "Bob" } }
              ]
            }
            """
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts");

        string[] rows =
        [
            .. result.Output.Split('\n').Select(static row => string.Join('|', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ];
        Assert.Contains("id|name|email", rows.Select(static row => row.Trim('|').Replace("│", string.Empty, StringComparison.Ordinal)));
        Assert.Contains(
            rows,
            static row => row.Contains("1|", StringComparison.Ordinal) && row.Contains("ada@example.com", StringComparison.Ordinal)
        );
    }
}

namespace Kajabi.Cli.Tests;

/// <summary><c>explain</c> lists the names that the other commands accept, without a request.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task The_default_output_is_tables()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "contacts");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Matches(@"(?m)^ *email +text +yes$", result.Output);
        Assert.Matches(@"(?m)^ *created_at +time +no$", result.Output);
        Assert.Matches(@"(?m)^ *tags +contact_tags +many$", result.Output);
        Assert.Contains("custom_150", result.Output, StringComparison.Ordinal);
        Assert.Contains("includes: offers, tags, customer", result.Output, StringComparison.Ordinal);
        Assert.Contains("sorts: name, email, created_at", result.Output, StringComparison.Ordinal);
        Assert.Contains("site_id", result.Output.Split("filters: ")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "contacts", "--json");
        CliResult output = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "contacts", "--output", "json");

        Assert.Equal(result, output);
        Assert.Equal(["get", "list", "export", "create", "update", "delete"], result.Json["commands"]!.Select(static one => (string?)one));
        Assert.True((bool)result.Json.SelectToken("attributes[?(@.name=='email')].writable")!);
        Assert.False((bool)result.Json.SelectToken("attributes[?(@.name=='created_at')].writable")!);
        Assert.Equal("contact_tags", (string?)result.Json.SelectToken("relationships[?(@.name=='tags')].type"));
        Assert.Equal(["offers", "tags", "customer"], result.Json["includes"]!.Select(static one => (string?)one));
        Assert.Contains("has_tag_id", result.Json["filters"]!.Select(static one => (string?)one));
        Assert.Equal(["name", "email", "created_at"], result.Json["sorts"]!.Select(static one => (string?)one));
    }

    [Fact]
    public async Task Filters_on_attributes_are_a_table_of_the_suffixes_of_the_list()
    {
        CliResult purchases = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "purchases");
        CliResult orders = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "orders");
        CliResult offers = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "offers");

        Assert.Matches(@"(?m)^ *updated_at +eq, not_eq, cont, not_cont, gt, gte, lt, lte, start, end *$", purchases.Output);
        Assert.Matches(@"(?m)^ *amount_in_cents +eq, gt *$", purchases.Output);
        Assert.Matches(@"(?m)^ *created_at +gteq, lteq *$", orders.Output);
        Assert.Contains("--filter created_at_gteq=<value>", orders.Output, StringComparison.Ordinal);
        Assert.Contains("\nother filters: site_id, customer_id\n", orders.Output, StringComparison.Ordinal);
        Assert.Contains("\nfilters: site_id", offers.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("suffixes", offers.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_accepts_only_some_values_is_described()
    {
        CliResult purchases = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "purchases");

        Assert.Contains(" active (true or false)", purchases.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lists_each_filter_on_an_attribute_and_the_suffixes()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "purchases", "--json");

        IEnumerable<string?> filters = result.Json["filters"]!.Select(static one => (string?)one);
        Assert.Contains("updated_at_gte", filters);
        Assert.Contains("coupon_code_eq", filters);
        Assert.Equal(filters.Distinct(), filters);
        Assert.Equal(
            ["eq", "gt"],
            result.Json.SelectToken("attributeFilters[?(@.attribute=='amount_in_cents')].suffixes")!.Values<string>()
        );
        Assert.Contains("updated_at", result.Json["sorts"]!.Select(static one => (string?)one));
    }

    [Theory]
    [InlineData("contacts", "subscribed", "true or false")]
    [InlineData("offers", "price_in_cents", "whole number")]
    [InlineData("orders", "created_at", "time")]
    [InlineData("purchases", "raw_extra_contact_information", "JSON")]
    public async Task Each_attribute_has_a_kind_of_value(string type, string attribute, string expected)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", type, "--json");

        Assert.Equal(expected, (string?)result.Json.SelectToken($"attributes[?(@.name=='{attribute}')].value"));
    }

    [Fact]
    public async Task A_type_that_is_only_included_is_explained()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "modules");

        Assert.Contains("only included in other resources", result.Output, StringComparison.Ordinal);
        Assert.Contains("title", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_type_is_rejected_with_a_suggestion()
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), "explain", "contcat");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Did you mean contacts", result.Error, StringComparison.Ordinal);
    }
}

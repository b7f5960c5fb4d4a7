namespace Kajabi.Cli.Tests;

/// <summary>Names that the API would ignore or reject are rejected before a request is sent.</summary>
public sealed class UnknownNameTests
{
    [Theory]
    [InlineData("Did you mean name?", "list", "contacts", "--fields", "contacts=nam")]
    [InlineData("Did you mean name?", "get", "contacts", "1", "--fields", "contacts=email,nam")]
    [InlineData("Did you mean contacts", "list", "contacts", "--fields", "contcats=name")]
    [InlineData("Did you mean offers?", "list", "contacts", "--include", "offers", "--fields", "offerz=title")]
    [InlineData("--include", "list", "contacts", "--fields", "offers=title")]
    [InlineData("custom_150", "list", "contacts", "--fields", "contacts=custom_151")]
    [InlineData("custom_150", "list", "contacts", "--fields", "contacts=custom_0")]
    [InlineData("has no field", "list", "offers", "--fields", "offers=custom_1")]
    [InlineData("Did you mean name?", "list", "contacts", "--sort", "nam")]
    [InlineData("Did you mean created_at?", "list", "contacts", "--sort", "name,-create_at")]
    [InlineData("has no sort order ''", "list", "contacts", "--sort", "name,")]
    [InlineData("cannot be sorted", "list", "transactions", "--sort", "created_at")]
    [InlineData("Did you mean offers?", "list", "contacts", "--include", "ofers")]
    [InlineData("Did you mean offers?", "get", "contacts", "1", "--include", "ofers")]
    [InlineData("Did you mean offers?", "list", "contacts", "--include", "customer.ofers")]
    [InlineData("Did you mean updated_at_gte", "list", "purchases", "--filter", "updated_at_gteq=2026-01-01")]
    [InlineData("Did you mean created_at_gteq", "list", "orders", "--filter", "created_at_gte=2026-01-01")]
    [InlineData("currency_eq", "list", "purchases", "--filter", "currency_in=EUR,USD")]
    [InlineData("Did you mean amount_in_cents_gt", "list", "purchases", "--filter", "amount_in_cents_gte=1")]
    [InlineData("has no filter 'created_at_gte'", "list", "contacts", "--filter", "created_at_gte=2026-01-01")]
    [InlineData("has no filters here", "get", "purchases", "1021", "--filter", "updated_at_gte=2026-01-01")]
    [InlineData("without a value", "list", "contacts", "--filter", "site_id=")]
    [InlineData("twice", "list", "contacts", "--sort", "name,-name")]
    [InlineData("does not support includes", "list", "products", "--include", "offers")]
    public async Task An_unknown_name_is_rejected_with_a_suggestion(string suggestion, params string[] arguments)
    {
        string error = await RejectedCommand.RunAsync(arguments);

        Assert.Contains(suggestion, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fields[contacts]=custom_150,offers", "--fields", "contacts=custom_150,offers")]
    [InlineData("sort=-name,created_at", "--sort", "-name,created_at")]
    [InlineData("sort=-name,created_at", "--sort", " -name, created_at")]
    [InlineData("include=customer.offers.products", "--include", "customer.offers.products")]
    public async Task A_known_name_is_sent(string query, params string[] arguments)
    {
        string request = await ListRequest.SendAsync(["contacts", .. arguments]);

        Assert.EndsWith("?" + query, request, StringComparison.Ordinal);
    }
}

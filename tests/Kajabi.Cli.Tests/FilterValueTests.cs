namespace Kajabi.Cli.Tests;

/// <summary>Values that a filter cannot have are rejected before a request is sent, with the filter, the value and an example.</summary>
public sealed class FilterValueTests
{
    [Theory]
    [InlineData("purchases", "active", "yes", "true or false", "active=true")]
    [InlineData("purchases", "active", "TRUE", "true or false", "active=true")]
    [InlineData("purchases", "amount_in_cents_gt", "10.50", "a whole number", "amount_in_cents_gt=30")]
    [InlineData("purchases", "amount_in_cents_gt", "10 EUR", "a whole number", "amount_in_cents_gt=30")]
    [InlineData("purchases", "updated_at_gte", "yesterday", "a date or a time", "updated_at_gte=2026-03-01T09:30:00Z")]
    [InlineData("purchases", "updated_at_gte", "01.03.2026", "a date or a time", "updated_at_gte=2026-03-01T09:30:00Z")]
    [InlineData("purchases", "updated_at_gte", "2026-02-30", "a date or a time", "updated_at_gte=2026-03-01T09:30:00Z")]
    [InlineData("purchases", "updated_at_gte", "2026-03-01T25:00:00Z", "a date or a time", "updated_at_gte=2026-03-01T09:30:00Z")]
    [InlineData("orders", "currency_code_in", "USD,,EUR", "a list separated by commas", "currency_code_in=a,b")]
    [InlineData("orders", "currency_code_in", "USD, ", "a list separated by commas", "currency_code_in=a,b")]
    [InlineData("order_items", "fulfilled_at_null", "maybe", "true or false", "fulfilled_at_null=true")]
    [InlineData("contacts", "subscribed", "1", "true or false", "subscribed=true")]
    [InlineData("transactions", "start_date", "2026-03-01T09:30:00Z", "a date", "start_date=2026-03-01")]
    public async Task A_value_of_another_type_is_rejected(string type, string filter, string value, string expected, string example)
    {
        string error = await RejectedCommand.RunAsync("list", type, "--filter", $"{filter}={value}");

        Assert.Contains($"--filter {filter} requires {expected}", error, StringComparison.Ordinal);
        Assert.Contains($"'{value}' is not", error, StringComparison.Ordinal);
        Assert.Contains($"Example: --filter {example}\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purchases", "active=false")]
    [InlineData("purchases", "amount_in_cents_gt=-5")]
    [InlineData("purchases", "updated_at_gte=2026-03-01")]
    [InlineData("purchases", "updated_at_gte=2026-03-01T09:30Z")]
    [InlineData("purchases", "updated_at_gte=2026-03-01T09:30:00")]
    [InlineData("purchases", "updated_at_gte=2026-03-01T09:30:00.123-05:00")]
    [InlineData("purchases", "updated_at_start=2026-03")]
    [InlineData("purchases", "currency_eq=EUR,USD")]
    [InlineData("orders", "currency_code_in=USD,EUR")]
    [InlineData("transactions", "start_date=2026-03-01")]
    [InlineData("podcasts", "status_eq=a_new_status")]
    [InlineData("contacts", "search=true")]
    public async Task A_value_of_the_type_is_sent_as_it_is_given(string type, string filter)
    {
        string request = await ListRequest.SendAsync(type, "--filter", filter);

        Assert.Equal($"/v1/{type}?filter[{filter.Replace("=", "]=", StringComparison.Ordinal)}", request);
    }

    [Fact]
    public async Task A_change_of_many_is_rejected_before_a_request_too()
    {
        string error = await RejectedCommand.RunAsync("untag", "789", "--from", "contacts", "--filter", "subscribed=yes", "--dry-run");

        Assert.Contains("--filter subscribed requires true or false", error, StringComparison.Ordinal);
    }
}

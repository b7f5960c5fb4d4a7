namespace Acme;

/// <summary>Filters, sorting and sparse fieldsets are typed; undeclared parameters can be added.</summary>
public sealed class FilterList : Example
{
    [Fact]
    public async Task Filters_sorting_and_fields_are_typed()
    {
        KajabiClient kajabi = Client;

        #region filters
        ContactCollection newest = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                EmailContains = "@example.com",
                Sort = [ContactSort.CreatedAt.Descending],
                Fields = { Contacts = [ContactField.Email] },
                PageSize = 5,
            }
        );
        #endregion

        Assert.Equal(5, newest.Data.Count);
        Assert.All(newest.Data, contact => Assert.True(contact.Attributes.IsPresent("email")));
        Assert.All(newest.Data, contact => Assert.False(contact.Attributes.IsPresent("name")));
    }

    [Fact]
    public async Task Attributes_are_filtered_by_comparisons()
    {
        KajabiClient kajabi = Client;
        DateTimeOffset since = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(1));
        List<string?> changed = [];

        #region attribute-filters
        ListPurchasesQuery query = new()
        {
            Filter = { UpdatedAt = { GreaterThanOrEqualTo = since, LessThan = since.AddMonths(1) }, Currency = { NotEqualTo = "EUR" } },
            Sort = [PurchaseSort.UpdatedAt],
        };
        await foreach (Purchase purchase in kajabi.Purchases.ListAllPurchasesAsync(query))
        {
            changed.Add(purchase.Id);
        }

        OrderCollection unfulfilled = await kajabi.Orders.ListOrdersAsync(
            new ListOrdersQuery { Filter = { CurrencyCode = { In = ["USD", "EUR"] }, FulfilledAt = { IsNull = true } } }
        );
        #endregion

        Assert.Equal(["1021"], changed);
        Assert.Equal(["1002"], unfulfilled.Data.Select(order => order.Id));
        Assert.Equal(
            [
                "GET /v1/purchases?sort=updated_at&filter[currency_not_eq]=EUR"
                    + "&filter[updated_at_gte]=2026-02-01T00:00:00+01:00&filter[updated_at_lt]=2026-03-01T00:00:00+01:00",
                "GET /v1/orders?filter[currency_code_in]=USD,EUR&filter[fulfilled_at_null]=true",
            ],
            Requests
        );
    }

    [Fact]
    public async Task Undeclared_parameters_can_be_requested()
    {
        KajabiClient kajabi = Client;
        await kajabi.Contacts.UpdateContactAsync("123", new ContactAttributes { ["custom_17"] = "Tenmoku" });

        #region escape-hatch
        ContactCollection contacts = await kajabi.Contacts.ListContactsAsync(
            new ListContactsQuery
            {
                Include = ["offers"], // an include by its name
                AdditionalParameters = { ["filter[search]"] = "johanna" }, // an undeclared filter
                Fields = { ["badges"] = ["title"] }, // an undeclared resource type
            }
        );
        string? glaze = (string?)contacts.Data[0].Attributes["custom_17"]; // an undeclared attribute
        #endregion

        Assert.Equal("Tenmoku", glaze);
        Assert.Equal("456", contacts.Data[0].Offers[0].Id);
    }
}

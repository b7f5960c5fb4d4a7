namespace Acme;

/// <summary>Small tasks that need several requests.</summary>
public sealed class DailyTasks : Example
{
    [Fact]
    public async Task A_customer_is_found_by_the_email_address_with_the_offers()
    {
        KajabiClient kajabi = Client;

        #region find-customer
        ListCustomersQuery query = new() { Include = [CustomerInclude.Offers], Fields = { Customers = [CustomerField.NetRevenue] } };
        Customer? customer = await kajabi.Customers.FindCustomerByEmailAsync("johanna@example.com", siteId: "1", query);
        #endregion

        Assert.NotEmpty(customer!.Offers);
        Assert.NotNull(customer.Attributes.NetRevenue);
        Assert.Equal(
            [
                "GET /v1/customers?filter[site_id]=1&filter[email_contains]=johanna@example.com&include=offers"
                    + "&fields[customers]=net_revenue,email,offers",
            ],
            Requests
        );
    }

    [Fact]
    public async Task A_deployment_ensures_its_webhooks()
    {
        KajabiClient kajabi = Client;
        string secret = "s3cret-of-this-deployment";

        #region ensure-webhooks
        WebhookChanges changes = await kajabi.Webhooks.EnsureWebhooksAsync(
            new Uri($"https://acme.example.com/hooks/kajabi?secret={secret}"),
            [new(WebhookEventType.Purchase), new(WebhookEventType.TagAdded, ResourceId: "789")],
            siteId: "1"
        );
        Console.WriteLine(changes); // 2 created, 0 removed, 0 unchanged
        #endregion

        Assert.Equal("2 created, 0 removed, 0 unchanged", changes.ToString());
        Assert.Equal(["GET /v1/hooks", "POST /v1/hooks", "POST /v1/hooks"], Requests);
    }

    [Fact]
    public async Task A_search_is_repeated_until_it_sees_a_new_contact()
    {
        KajabiClient kajabi = Client;
        TimeProvider timeProvider = TimeProvider.System;
        CancellationToken cancellationToken = CancellationToken.None;
        await kajabi.Contacts.CreateContactAsync(new ContactAttributes { Email = "mila@example.com" }, siteId: "1");

        #region wait-for-search
        SearchPolling polling = new(timeProvider) { Timeout = TimeSpan.FromMinutes(3) };
        Contact? contact = await polling.WaitForAsync(
            token => kajabi.Contacts.FindContactByEmailAsync("mila@example.com", siteId: "1", cancellationToken: token),
            cancellationToken
        );
        #endregion

        Assert.NotNull(contact);
        Assert.Equal(["POST /v1/contacts", "GET /v1/contacts?filter[site_id]=1&filter[email_contains]=mila@example.com"], Requests);
    }
}

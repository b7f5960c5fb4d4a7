namespace Acme;

/// <summary>A test orders faults from the sandbox.</summary>
public sealed class SandboxFaultsOnDemand : Example
{
    #region sandbox-faults
    [Fact]
    public async Task A_read_is_retried_until_it_succeeds()
    {
        Sandbox.Faults.Add(SandboxFault.TooManyRequests(), times: 2, method: HttpMethod.Get, path: "/v1/contacts/*");
        Sandbox.Faults.Add(SandboxFault.ConnectionReset());
        using KajabiClient kajabi = new(
            new()
            {
                BaseAddress = Sandbox.BaseAddress,
                ClientId = Sandbox.ClientId,
                ClientSecret = Sandbox.ClientSecret,
                Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) },
            }
        );

        ContactDocument contact = await kajabi.Contacts.GetContactAsync("123");

        Assert.Equal("123", contact.Data.Id);
        IEnumerable<SandboxRequest> reads = Sandbox.Requests.Where(request => request.Path == "/v1/contacts/123");
        Assert.Equal([429, 429, null, 200], reads.Select(request => request.StatusCode));
    }

    [Fact]
    public async Task A_lost_response_does_not_create_the_contact_twice()
    {
        Sandbox.Faults.Add(SandboxFault.BadGateway().AfterHandling(), method: HttpMethod.Post, path: "/v1/contacts");

        KajabiApiException error = await Assert.ThrowsAsync<KajabiApiException>(() =>
            Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ann", Email = "ann@example.com" }, siteId: "1")
        );

        Assert.True(error.MayHaveBeenProcessed); // It was: the write is not retried.
        Assert.NotNull(await Client.Contacts.FindContactByEmailAsync("ann@example.com", siteId: "1"));
        Assert.Single(Sandbox.Requests, request => request is { Method: "POST", Path: "/v1/contacts" });
    }
    #endregion

    [Fact]
    public async Task A_delivery_is_duplicated()
    {
        #region sandbox-delivery-faults
        Sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Duplicate(), eventName: "tag_added");
        #endregion

        await Client.Webhooks.CreateWebhookAsync(
            new WebhookAttributes
            {
                Event = WebhookEventType.TagAdded,
                TargetUrl = "http://127.0.0.1:9/",
                ResourceId = "790",
            },
            siteId: "1"
        );
        await Client.Contacts.AddContactTagsAsync("2148433001", ["790"]);
        Assert.Equal(2, Sandbox.Requests.Count(request => request.Method == "POST" && request.Path != "/v1/oauth/token"));
        Assert.Empty(Sandbox.Faults.DeliveryRules);
    }
}

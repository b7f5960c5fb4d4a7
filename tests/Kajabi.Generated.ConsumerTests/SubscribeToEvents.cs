namespace Acme;

/// <summary>Webhooks are not signed: the secret stands in the address.</summary>
public sealed class SubscribeToEvents : Story
{
    [Fact]
    public async Task An_address_is_subscribed_and_taken_off_again()
    {
        KajabiClient kajabi = Client;
        string secret = "s3cret";

        #region subscribe
        WebhookDocument hook = await kajabi.Webhooks.CreateWebhookAsync(
            new WebhookAttributes
            {
                Event = WebhookEventType.TagAdded,
                TargetUrl = $"https://acme.example.com/hooks/kajabi?secret={secret}",
            },
            siteId: "1"
        );

        await foreach (
            Webhook subscribed in kajabi.Webhooks.ListAllWebhooksAsync(new ListWebhooksQuery { EventEquals = WebhookEventType.TagAdded })
        )
        {
            Console.WriteLine($"{subscribed.Id}: {subscribed.Attributes.Event}");
        }

        await kajabi.Webhooks.DeleteWebhookAsync(hook.Data.Id);
        #endregion

        Assert.DoesNotContain((await kajabi.Webhooks.ListWebhooksAsync()).Data, left => left.Id == hook.Data.Id);
    }

    [Fact]
    public void A_value_is_compared_with_the_constants_of_its_type()
    {
        WebhookEventType? subscribed = WebhookEventType.TagAdded;

        #region enum values
        string text = subscribed?.Value switch
        {
            WebhookEventType.KnownValues.TagAdded => "A tag was added.",
            WebhookEventType.KnownValues.Purchase => "An offer was purchased.",
            var other => $"Something else happened: {other}", // Also a value that the contract does not list.
        };
        #endregion

        Assert.Equal("A tag was added.", text);
    }
}

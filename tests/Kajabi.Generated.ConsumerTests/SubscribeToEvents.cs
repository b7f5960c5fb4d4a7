namespace Acme;

/// <summary>Webhooks are not signed: the secret is part of the URL.</summary>
public sealed class SubscribeToEvents : Example
{
    [Fact]
    public async Task A_webhook_is_created_listed_and_deleted()
    {
        KajabiClient kajabi = Client;
        string secret = "s3cret";

        #region subscribe
        WebhookDocument webhook = await kajabi.Webhooks.CreateWebhookAsync(
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

        await kajabi.Webhooks.DeleteWebhookAsync(webhook.Data.Id);
        #endregion

        Assert.DoesNotContain((await kajabi.Webhooks.ListWebhooksAsync()).Data, remaining => remaining.Id == webhook.Data.Id);
    }

    [Fact]
    public void Values_are_compared_with_constants()
    {
        WebhookEventType? subscribed = WebhookEventType.TagAdded;

        #region enum values
        string text = subscribed?.Value switch
        {
            WebhookEventType.KnownValues.TagAdded => "A tag was added.",
            WebhookEventType.KnownValues.Purchase => "An offer was purchased.",
            var other => $"Something else happened: {other}", // Also matches undeclared values.
        };
        #endregion

        Assert.Equal("A tag was added.", text);
    }
}

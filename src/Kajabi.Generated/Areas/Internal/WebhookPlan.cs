namespace Kajabi.Areas.Internal;

/// <summary>Compares the webhooks of an endpoint with the wanted ones.</summary>
/// <param name="Missing">The events without a webhook.</param>
/// <param name="Unwanted">The webhooks of the endpoint that are not wanted: another event, another secret, or a duplicate.</param>
/// <param name="Unchanged">The webhooks of the endpoint that are wanted.</param>
internal sealed record WebhookPlan(
    IReadOnlyList<WebhookSubscription> Missing,
    IReadOnlyList<Webhook> Unwanted,
    IReadOnlyList<Webhook> Unchanged
)
{
    public static WebhookPlan Create(
        IEnumerable<Webhook> existing,
        Uri endpoint,
        IReadOnlyCollection<WebhookSubscription> wanted,
        string siteId
    )
    {
        HashSet<WebhookSubscription> missing = [.. wanted];
        HashSet<WebhookSubscription> found = [];
        List<Webhook> unwanted = [];
        List<Webhook> unchanged = [];
        foreach (Webhook webhook in existing.Where(webhook => IsOfEndpoint(webhook, endpoint, siteId)))
        {
            WebhookSubscription? subscription = GetSubscription(webhook, endpoint);
            if (subscription is not null && missing.Remove(subscription))
            {
                found.Add(subscription);
                unchanged.Add(webhook);
            }
            else if (subscription is null || !found.Contains(subscription) || webhook.Relationships.Site.Identifier is not null)
            {
                unwanted.Add(webhook);
            }

            // Otherwise an equal webhook without a site, which can be that of another site.
        }

        return new WebhookPlan([.. wanted.Where(missing.Remove)], unwanted, unchanged);
    }

    /// <summary>Returns the subscription of a webhook that posts to the endpoint; null if it has another secret or no event.</summary>
    private static WebhookSubscription? GetSubscription(Webhook webhook, Uri endpoint)
    {
        WebhookAttributes attributes = webhook.Attributes;
        return attributes.Event is { } type && EndpointUri.IsSame(new Uri(attributes.TargetUrl!), endpoint)
            ? new WebhookSubscription(type, attributes.ResourceId is { Length: > 0 } id ? id : null)
            : null;
    }

    /// <summary>Whether a webhook posts to the endpoint, with any secret, for the events of the site.</summary>
    private static bool IsOfEndpoint(Webhook webhook, Uri endpoint, string siteId) =>
        (webhook.Relationships.Site.Identifier is not { } site || site.Id == siteId)
        && Uri.TryCreate(webhook.Attributes.TargetUrl, UriKind.Absolute, out Uri? target)
        && EndpointUri.IsSameApartFromSecret(target, endpoint);
}

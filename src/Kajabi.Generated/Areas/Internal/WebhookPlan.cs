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
        List<Webhook> unwanted = [];
        List<Webhook> unchanged = [];
        foreach (Webhook webhook in existing.Where(webhook => IsOfEndpoint(webhook, endpoint, siteId)))
        {
            WebhookAttributes attributes = webhook.Attributes;
            bool isWanted =
                attributes.Event is { } type
                && new Uri(attributes.TargetUrl!).AbsoluteUri == endpoint.AbsoluteUri
                && missing.Remove(new WebhookSubscription(type, attributes.ResourceId));
            (isWanted ? unchanged : unwanted).Add(webhook);
        }

        return new WebhookPlan([.. wanted.Where(missing.Remove)], unwanted, unchanged);
    }

    /// <summary>Whether a webhook posts to the path of the endpoint, with any query, for the events of the site.</summary>
    private static bool IsOfEndpoint(Webhook webhook, Uri endpoint, string siteId) =>
        (webhook.Relationships.Site.Identifier is not { } site || site.Id == siteId)
        && Uri.TryCreate(webhook.Attributes.TargetUrl, UriKind.Absolute, out Uri? target)
        && target.GetLeftPart(UriPartial.Path) == endpoint.GetLeftPart(UriPartial.Path);
}

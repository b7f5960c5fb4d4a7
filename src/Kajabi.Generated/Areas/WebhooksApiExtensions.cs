namespace Kajabi;

/// <content>Ensuring the webhooks of an endpoint.</content>
public static partial class WebhooksApiExtensions
{
    /// <summary>
    /// Ensures that an endpoint receives exactly the given events of a site, for example at each deployment: creates the webhooks that
    /// are missing, and then removes those of the endpoint that are not wanted. Does nothing if all is as wanted.
    /// </summary>
    /// <remarks>
    /// <para>The webhooks of the endpoint are those whose URL differs at most in the query parameter <c>secret</c>. A webhook with an old
    /// secret is replaced, and duplicates are removed. Webhooks of other URLs, such as those of other applications, are never changed, nor
    /// those of another site; a duplicate whose site the response does not name is kept, because it can belong to another one.</para>
    /// <para>Two concurrent calls can create duplicates, which the next call removes. Webhooks that were made in the admin pages are not
    /// part of the API.</para>
    /// </remarks>
    /// <param name="api">The operations of the area Webhooks.</param>
    /// <param name="endpoint">The absolute http or https URL of the endpoint, with its secret.</param>
    /// <param name="subscriptions">The wanted events. Empty removes all webhooks of the endpoint.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="isDryRun">Whether to return the changes without making them. Default: false.</param>
    /// <param name="cancellationToken">Cancels the requests. Changes made before are kept; the next call continues.</param>
    /// <returns>The changes.</returns>
    /// <exception cref="ArgumentException">
    /// The URL is not absolute, or not http or https; or a subscription is null or has no event. Nothing was sent.
    /// </exception>
    /// <exception cref="KajabiListChangedException">
    /// The list of webhooks changed each time that it was read. Nothing was written.
    /// </exception>
    /// <exception cref="KajabiApiException">
    /// The API returned an error, could not be reached, or sent an unexpected response. Changes made before are kept.
    /// </exception>
    /// <example>
    /// <code>
    /// WebhookChanges changes = await kajabi.Webhooks.EnsureWebhooksAsync(
    ///     new Uri($"https://acme.example.com/hooks/kajabi?secret={secret}"),
    ///     [new(WebhookEventType.Purchase), new(WebhookEventType.TagAdded, ResourceId: "789")],
    ///     siteId: "1"
    /// );
    /// </code>
    /// </example>
    public static async Task<WebhookChanges> EnsureWebhooksAsync(
        this IWebhooksApi api,
        Uri endpoint,
        IReadOnlyCollection<WebhookSubscription> subscriptions,
        string siteId,
        bool isDryRun = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(subscriptions);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("The URL of the endpoint must be absolute, with http or https.", nameof(endpoint));
        }

        if (subscriptions.Any(static subscription => subscription is null || subscription.Event == default))
        {
            throw new ArgumentException("A subscription is null or has no event. Specify its event.", nameof(subscriptions));
        }

        IReadOnlyList<WebhookSubscription> wanted = [.. subscriptions.Select(WithoutEmptyId)];
        IReadOnlyList<Webhook> existing = await api.ListAllWebhooksAsync().ReadAllAsync(cancellationToken).ConfigureAwait(false);
        WebhookPlan plan = WebhookPlan.Create(existing, endpoint, wanted, siteId);
        if (!isDryRun)
        {
            // In this order, so that no event is lost in between.
            foreach (WebhookSubscription subscription in plan.Missing)
            {
                await api.CreateWebhookAsync(CreateAttributes(endpoint, subscription), siteId, cancellationToken).ConfigureAwait(false);
            }

            foreach (Webhook webhook in plan.Unwanted)
            {
                await DeleteAsync(api, webhook.Id, cancellationToken).ConfigureAwait(false);
            }
        }

        return new WebhookChanges(plan.Missing, plan.Unwanted, plan.Unchanged, isDryRun);
    }

    private static WebhookSubscription WithoutEmptyId(WebhookSubscription subscription) =>
        subscription.ResourceId is "" ? subscription with { ResourceId = null } : subscription;

    private static WebhookAttributes CreateAttributes(Uri endpoint, WebhookSubscription subscription)
    {
        WebhookAttributes attributes = new() { Event = subscription.Event, TargetUrl = endpoint.AbsoluteUri };
        if (subscription.ResourceId is { } id)
        {
            attributes.ResourceId = id;
        }

        return attributes;
    }

    private static async Task DeleteAsync(IWebhooksApi api, string id, CancellationToken cancellationToken)
    {
        try
        {
            await api.DeleteWebhookAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (KajabiApiException exception) when (exception.Kind == KajabiErrorKind.NotFound)
        {
            // A concurrent call or an earlier attempt removed it.
        }
    }
}

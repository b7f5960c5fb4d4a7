namespace Kajabi;

/// <summary>An event that a webhook delivers.</summary>
/// <param name="Event">The event.</param>
/// <param name="ResourceId">
/// The id of the only resource whose events are delivered, such as a tag or an offer. Default: null, the events of all resources.
/// </param>
public sealed record WebhookSubscription(WebhookEventType Event, string? ResourceId = null);

namespace Kajabi.Sandbox;

/// <summary>The variants of the deliveries of webhooks that are created in the admin pages; see <see cref="AdminWebhookSample"/>.</summary>
public enum AdminWebhookVariant
{
    /// <summary>The format that Kajabi sends; every event has it.</summary>
    Default,

    /// <summary>
    /// Of <c>purchase.created</c>: the format that Kajabi's documentation describes, with objects instead of prefixed names.
    /// </summary>
    Nested,

    /// <summary>Of <c>payment.succeeded</c>: one charge for two offers, whose ids and titles are joined with commas.</summary>
    Bundled,

    /// <summary>Of <c>purchase.created</c>: what the test button of the admin pages sends. Offer and member have the id 0.</summary>
    Test,
}

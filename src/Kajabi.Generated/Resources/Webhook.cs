namespace Kajabi;

/// <content>The related resources of a webhook.</content>
public sealed partial class Webhook
{
    /// <summary>
    /// Gets or sets the site whose events the webhook delivers. Null if there is none or the document does not contain it: requests for
    /// webhooks accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

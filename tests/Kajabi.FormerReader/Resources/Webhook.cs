namespace Kajabi;

/// <content>The related resources of a webhook.</content>
public sealed partial class Webhook
{
    /// <summary>
    /// Gets or sets the site whose events the webhook delivers. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

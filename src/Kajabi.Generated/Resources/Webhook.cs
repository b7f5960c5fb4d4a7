namespace Kajabi;

/// <content>What a webhook leads to.</content>
public sealed partial class Webhook
{
    /// <summary>The site whose events the webhook delivers; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

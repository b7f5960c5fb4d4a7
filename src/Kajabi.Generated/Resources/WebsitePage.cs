namespace Kajabi;

/// <content>What a website page leads to.</content>
public sealed partial class WebsitePage
{
    /// <summary>The site that the page belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

namespace Kajabi;

/// <content>The related resources of a website page.</content>
public sealed partial class WebsitePage
{
    /// <summary>
    /// Gets or sets the site that the page belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

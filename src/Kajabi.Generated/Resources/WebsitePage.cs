namespace Kajabi;

/// <content>The related resources of a website page.</content>
public sealed partial class WebsitePage
{
    /// <summary>
    /// Gets or sets the site that the page belongs to. Null if there is none or the document does not contain it: requests for website
    /// pages accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

namespace Kajabi;

/// <content>The related resources of a podcast.</content>
public sealed partial class Podcast
{
    /// <summary>
    /// Gets or sets the site that publishes the podcast. Null if there is none or the document does not contain it: requests for
    /// podcasts accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

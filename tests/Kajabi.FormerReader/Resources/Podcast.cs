namespace Kajabi;

/// <content>The related resources of a podcast.</content>
public sealed partial class Podcast
{
    /// <summary>
    /// Gets or sets the site that publishes the podcast. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

namespace Kajabi;

/// <content>What a podcast leads to.</content>
public sealed partial class Podcast
{
    /// <summary>The site that publishes the podcast; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

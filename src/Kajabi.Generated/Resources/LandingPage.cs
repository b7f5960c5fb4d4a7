namespace Kajabi;

/// <content>What a landing page leads to.</content>
public sealed partial class LandingPage
{
    /// <summary>The site that the page belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

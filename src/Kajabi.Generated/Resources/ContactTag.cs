namespace Kajabi;

/// <content>The related resources of a contact tag.</content>
public sealed partial class ContactTag
{
    /// <summary>
    /// Gets or sets the site whose contacts can carry the tag. Null if there is none or the document does not contain it: requests for
    /// contact tags accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

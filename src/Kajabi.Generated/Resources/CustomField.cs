namespace Kajabi;

/// <content>The related resources of a custom field.</content>
public sealed partial class CustomField
{
    /// <summary>
    /// Gets or sets the site whose contacts have the field. Null if there is none or the document does not contain it: requests for
    /// custom fields accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}

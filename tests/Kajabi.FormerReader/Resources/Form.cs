namespace Kajabi;

/// <content>The related resources of a form.</content>
public sealed partial class Form
{
    /// <summary>
    /// Gets or sets the site that the form belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the offer that a submission grants, if the form grants one. Null if there is none or it was not requested with
    /// <c>include=offer</c>.
    /// </summary>
    public Offer? Offer
    {
        get => Relationships.Offer.Resource;
        set => Relationships.Offer.Resource = value;
    }

    /// <summary>
    /// Gets or sets the fields that the form asks for. Reading the list throws unless the request had <c>include=fields</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Field> Fields
    {
        get => Relationships.Fields.NavigationList;
        set => Relationships.Fields.Resources = value;
    }

    /// <summary>
    /// Gets or sets the tags that a submission puts on the contact. Reading the list throws unless the request had
    /// <c>include=contact_tags</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<ContactTag> ContactTags
    {
        get => Relationships.ContactTags.NavigationList;
        set => Relationships.ContactTags.Resources = value;
    }
}

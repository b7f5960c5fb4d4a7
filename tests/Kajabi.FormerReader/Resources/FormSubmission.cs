namespace Kajabi;

/// <content>The related resources of a form submission.</content>
public sealed partial class FormSubmission
{
    /// <summary>
    /// Gets or sets the site that the form belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>Gets or sets the form that was submitted. Null if there is none or it was not requested with <c>include=form</c>.</summary>
    public Form? Form
    {
        get => Relationships.Form.Resource;
        set => Relationships.Form.Resource = value;
    }

    /// <summary>
    /// Gets or sets the tags that the submission put on the contact, as webhook events name them. Reading the list throws unless the
    /// document contains them.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<ContactTag> Tags
    {
        get => Relationships.Tags.NavigationList;
        set => Relationships.Tags.Resources = value;
    }
}

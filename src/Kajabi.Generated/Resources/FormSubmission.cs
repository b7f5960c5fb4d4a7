namespace Kajabi;

/// <content>What a form submission leads to.</content>
public sealed partial class FormSubmission
{
    /// <summary>The site that the form belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The form that was submitted; null unless <c>include=form</c> brought it.</summary>
    public Form? Form => RelatedOne<Form>("form");

    /// <summary>The tags that the submission put on the contact, as webhook events name them; empty unless the document brought them.</summary>
    public IReadOnlyList<ContactTag> Tags => RelatedMany<ContactTag>("tags");
}

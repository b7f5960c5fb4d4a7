namespace Kajabi;

/// <content>What a form leads to.</content>
public sealed partial class Form
{
    /// <summary>The site that the form belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The offer that a submission grants, if the form grants one; null unless <c>include=offer</c> brought it.</summary>
    public Offer? Offer => RelatedOne<Offer>("offer");

    /// <summary>The fields that the form asks for; empty unless <c>include=fields</c> brought them.</summary>
    public IReadOnlyList<Field> Fields => RelatedMany<Field>("fields");

    /// <summary>The tags that a submission puts on the contact; empty unless <c>include=contact_tags</c> brought them.</summary>
    public IReadOnlyList<ContactTag> ContactTags => RelatedMany<ContactTag>("contact_tags");
}

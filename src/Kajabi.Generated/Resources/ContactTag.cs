namespace Kajabi;

/// <content>What a contact tag leads to.</content>
public sealed partial class ContactTag
{
    /// <summary>The site whose contacts can carry the tag; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

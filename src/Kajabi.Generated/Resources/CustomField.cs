namespace Kajabi;

/// <content>What a custom field leads to.</content>
public sealed partial class CustomField
{
    /// <summary>The site whose contacts have the field; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}

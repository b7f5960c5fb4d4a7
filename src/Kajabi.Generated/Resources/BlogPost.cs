namespace Kajabi;

/// <content>What a blog post leads to.</content>
public sealed partial class BlogPost
{
    /// <summary>The blog that holds the post; null unless <c>include=blog</c> brought it.</summary>
    public Blog? Blog => RelatedOne<Blog>("blog");
}

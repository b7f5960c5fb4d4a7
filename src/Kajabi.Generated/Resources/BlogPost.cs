namespace Kajabi;

/// <content>The related resources of a blog post.</content>
public sealed partial class BlogPost
{
    /// <summary>
    /// Gets or sets the blog of the post. Null if there is none or the document does not contain it: requests for blog posts accept no
    /// include.
    /// </summary>
    public Blog? Blog
    {
        get => Relationships.Blog.Resource;
        set => Relationships.Blog.Resource = value;
    }
}

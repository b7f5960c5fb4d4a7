namespace Kajabi;

/// <content>The related resources of a blog post.</content>
public sealed partial class BlogPost
{
    /// <summary>
    /// Gets or sets the blog of the post. Null if there is none or it was not requested with <c>include=blog</c>.
    /// </summary>
    public Blog? Blog
    {
        get => Relationships.Blog.Resource;
        set => Relationships.Blog.Resource = value;
    }
}

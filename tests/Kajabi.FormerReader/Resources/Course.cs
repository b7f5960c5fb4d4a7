namespace Kajabi;

/// <content>The related resources of a course.</content>
public sealed partial class Course
{
    /// <summary>
    /// Gets or sets the site that the course belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the offers that grant the course. Reading the list throws unless the request had <c>include=offers</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get => Relationships.Offers.NavigationList;
        set => Relationships.Offers.Resources = value;
    }

    /// <summary>Gets or sets the modules of the course. Reading the list throws unless the request had <c>include=modules</c>.</summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Module> Modules
    {
        get => Relationships.Modules.NavigationList;
        set => Relationships.Modules.Resources = value;
    }

    /// <summary>
    /// Gets or sets the lessons of the course, over all modules. Reading the list throws unless the request had <c>include=lessons</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Lesson> Lessons
    {
        get => Relationships.Lessons.NavigationList;
        set => Relationships.Lessons.Resources = value;
    }
}

namespace Kajabi;

/// <content>What a course leads to.</content>
public sealed partial class Course
{
    /// <summary>The site that the course belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The offers that grant the course; empty unless <c>include=offers</c> brought them.</summary>
    public IReadOnlyList<Offer> Offers => RelatedMany<Offer>("offers");

    /// <summary>The modules of the course; empty unless <c>include=modules</c> brought them.</summary>
    public IReadOnlyList<Module> Modules => RelatedMany<Module>("modules");

    /// <summary>The lessons of the course, over all modules; empty unless <c>include=lessons</c> brought them.</summary>
    public IReadOnlyList<Lesson> Lessons => RelatedMany<Lesson>("lessons");
}

namespace Kajabi;

/// <content>What a lesson leads to.</content>
public sealed partial class Lesson
{
    /// <summary>The media file of the lesson; null unless <c>include=media</c> brought it.</summary>
    public Media? Media => RelatedOne<Media>("media");
}

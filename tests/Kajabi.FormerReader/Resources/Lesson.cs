namespace Kajabi;

/// <content>The related resources of a lesson.</content>
public sealed partial class Lesson
{
    /// <summary>
    /// Gets or sets the media file of the lesson. Null if there is none or it was not requested with <c>include=media</c>.
    /// </summary>
    public Media? Media
    {
        get => Relationships.Media.Resource;
        set => Relationships.Media.Resource = value;
    }
}

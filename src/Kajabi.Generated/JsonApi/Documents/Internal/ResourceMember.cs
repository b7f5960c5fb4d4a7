namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The members of a JSON:API resource, by their positions in <see cref="Names"/>.</summary>
internal static class ResourceMember
{
    public const int Id = 0;
    public const int Type = 1;
    public const int Attributes = 2;
    public const int Relationships = 3;
    public const int Links = 4;
    public const int Meta = 5;
    public const int Included = 6;

    public static Utf8NameTable Names { get; } = new(["id", "type", "attributes", "relationships", "links", "meta", "included"]);
}

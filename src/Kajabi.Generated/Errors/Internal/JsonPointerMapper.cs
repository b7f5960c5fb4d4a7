namespace Kajabi.Errors.Internal;

/// <summary>Finds the property that the pointer of an error means, in the resource that was sent.</summary>
internal static class JsonPointerMapper
{
    // Root, data, kind of member, name, and the rest in one.
    private const int SegmentsThatMatter = 5;

    /// <param name="pointer">A JSON pointer into the body, such as <c>/data/attributes/email</c>.</param>
    /// <param name="sent">What was sent.</param>
    /// <returns>The property, for a place inside its value too; null where there is none.</returns>
    public static string? Of(string? pointer, HttpContent? sent)
    {
        if (pointer is null || sent is not JsonApiContent { Value: Document { PrimaryData: [Resource resource, ..] } })
        {
            return null;
        }

        return pointer.Split('/', SegmentsThatMatter).Select(Unescape).ToArray() switch
        {
            ["", "data", "id"] => nameof(Resource.Id),
            ["", "data", "type"] => nameof(Resource.Type),
            ["", "data", "attributes", var name, ..] => resource
                .Attributes.DeclaredMembers.FirstOrDefault(member => member.Name == name)
                ?.PropertyName,
            ["", "data", "relationships", var name, ..] => resource
                .Relationships.DeclaredRelationships.FirstOrDefault(member => member.Name == name)
                ?.PropertyName,
            _ => null,
        };
    }

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

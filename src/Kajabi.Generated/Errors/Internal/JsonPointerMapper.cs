namespace Kajabi.Errors.Internal;

/// <summary>Maps the JSON pointer of an error to a property of the resource that was sent.</summary>
internal static class JsonPointerMapper
{
    // Root, data, kind of member, name, and the rest as one segment.
    private const int MaxSegments = 5;

    /// <param name="pointer">A JSON pointer into the body, such as <c>/data/attributes/email</c>.</param>
    /// <param name="sent">The request body.</param>
    /// <returns>The property, also for a location inside its value; null if there is none.</returns>
    public static string? GetPropertyName(string? pointer, HttpContent? sent)
    {
        if (pointer is null || sent is not JsonApiContent { Value: Document { PrimaryData: [Resource resource, ..] } })
        {
            return null;
        }

        return pointer.Split('/', MaxSegments).Select(Unescape).ToArray() switch
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

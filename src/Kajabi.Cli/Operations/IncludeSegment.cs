namespace Kajabi.Cli.Operations;

/// <summary>One segment of an include path.</summary>
/// <param name="SourceType">The resource type that has the relationship; null if the OpenAPI document does not declare it.</param>
/// <param name="Relationship">The name of the relationship.</param>
/// <param name="TargetType">The resource type of the related resources; null if the OpenAPI document does not declare it.</param>
internal sealed record IncludeSegment(string? SourceType, string Relationship, string? TargetType)
{
    /// <summary>Splits an include path into its segments.</summary>
    /// <param name="type">The resource type at the start of the path.</param>
    /// <param name="path">The path, such as <c>customer.offers</c>.</param>
    public static IEnumerable<IncludeSegment> Split(string type, string path)
    {
        string? source = type;
        foreach (string name in path.Split('.'))
        {
            string? target = source is null
                ? null
                : ResourceTypeTable.Find(source)?.Relationships.DeclaredRelationships.FirstOrDefault(one => one.Name == name)?.TargetType;
            yield return new IncludeSegment(source, name, target);
            source = target;
        }
    }
}

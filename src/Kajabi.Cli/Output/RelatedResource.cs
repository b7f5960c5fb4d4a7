namespace Kajabi.Cli.Output;

/// <summary>One entry of a relationship: the resource if the document contains it, otherwise its identifier.</summary>
internal readonly record struct RelatedResource(ResourceIdentifier Identifier, Resource? Resource)
{
    /// <summary>
    /// Returns the entries of a relationship in the order of its linkage, whether the document contains the resources or not.
    /// </summary>
    public static IEnumerable<RelatedResource> GetAll(Relationship relationship)
    {
        // Without linkage, the included resources of the target type are the related resources.
        if (relationship.Identifiers.Count == 0)
        {
            return relationship.Resources.Select(static resource => new RelatedResource(default, resource));
        }

        return MatchLinkage(relationship);
    }

    private static IEnumerable<RelatedResource> MatchLinkage(Relationship relationship)
    {
        // Both lists have the same order, so one pass matches them.
        int next = 0;
        foreach (ResourceIdentifier identifier in relationship.Identifiers)
        {
            Resource? resource =
                next < relationship.Resources.Count && relationship.Resources[next].Identifier == identifier
                    ? relationship.Resources[next++]
                    : null;
            yield return new RelatedResource(identifier, resource);
        }
    }
}

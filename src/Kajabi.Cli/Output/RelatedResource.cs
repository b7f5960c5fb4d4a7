namespace Kajabi.Cli.Output;

/// <summary>One entry of a relationship: the resource where the document holds it, its identifier otherwise.</summary>
internal readonly record struct RelatedResource(ResourceIdentifier Identifier, Resource? Resource)
{
    /// <summary>The entries of a relationship in the order of its linkage, whether the document holds them or not.</summary>
    public static IEnumerable<RelatedResource> Of(Relationship relationship)
    {
        // Included resources that no linkage names belong here by their type.
        if (relationship.Identifiers.Count == 0)
        {
            return relationship.Resources.Select(static resource => new RelatedResource(default, resource));
        }

        return InOrderOfLinkage(relationship);
    }

    private static IEnumerable<RelatedResource> InOrderOfLinkage(Relationship relationship)
    {
        // Both lists have the same order, so one walk pairs them.
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

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Finds the resources that belong to the graph of a resource or relationship outside its document.</summary>
internal static class RelatedResources
{
    /// <summary>Returns whether your code assigned a relationship of one of the resources or of those nested in them.</summary>
    public static bool HaveAssignedRelationships(IEnumerable<Resource> resources) =>
        resources.Any(static resource => resource.Relationships.HasAssigned || HaveAssignedRelationships(resource.NestedIncluded ?? []));

    /// <summary>Returns all resources that can be reached from the given ones and that are neither among them nor nested in one.</summary>
    /// <param name="roots">The resources to start from.</param>
    public static IReadOnlyList<Resource> Find(IReadOnlyList<Resource> roots) => FindCore(roots, []);

    /// <summary>Returns all resources that can be reached from relationships outside a resource.</summary>
    /// <param name="relationships">The relationships to start from.</param>
    public static IReadOnlyList<Resource> Find(IEnumerable<Relationship> relationships) => FindCore([], relationships);

    /// <summary>Finds each resource once, in breadth-first order.</summary>
    private static List<Resource> FindCore(IReadOnlyList<Resource> roots, IEnumerable<Relationship> relationships)
    {
        HashSet<Resource> visited = new(ReferenceEqualityComparer.Instance);
        Queue<Resource> queue = [];
        List<Resource> found = [];
        foreach (Resource root in roots)
        {
            TryVisit(root);
        }

        AddRelated(relationships);
        while (queue.TryDequeue(out Resource? resource))
        {
            AddRelated(resource.Relationships.Present);
        }

        return found;

        void AddRelated(IEnumerable<Relationship> present) =>
            found.AddRange(present.SelectMany(static relationship => relationship.Resources).Where(TryVisit));

        bool TryVisit(Resource resource)
        {
            if (!visited.Add(resource))
            {
                return false;
            }

            // Nested resources are written inside the resource that contains them.
            queue.Enqueue(resource);
            foreach (Resource nested in resource.NestedIncluded ?? [])
            {
                TryVisit(nested);
            }

            return true;
        }
    }
}

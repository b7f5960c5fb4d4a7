namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Finds the resources that belong to the graph of a resource or relationship outside its document.</summary>
internal static class RelatedResources
{
    /// <summary>Returns whether your code assigned a relationship of one of the resources or of those nested in them.</summary>
    public static bool HaveAssignedRelationships(IEnumerable<Resource> resources) =>
        resources.Any(static resource => resource.Relationships.HasAssigned || HaveAssignedRelationships(resource.NestedIncluded ?? []));

    /// <summary>Returns all resources that can be reached from the given ones and that are neither among them nor nested in one.</summary>
    public static IReadOnlyList<Resource> FindBeside(IReadOnlyList<Resource> roots)
    {
        HashSet<Resource> visited = new(ReferenceEqualityComparer.Instance);
        Queue<Resource> queue = [];
        List<Resource> found = [];
        foreach (Resource root in roots)
        {
            Add(root);
        }

        while (queue.TryDequeue(out Resource? resource))
        {
            foreach (
                Resource related in resource.Relationships.Present.SelectMany(static relationship => relationship.Resources).Where(Add)
            )
            {
                found.Add(related);
            }
        }

        return found;

        bool Add(Resource resource)
        {
            if (!visited.Add(resource))
            {
                return false;
            }

            queue.Enqueue(resource);
            foreach (Resource nested in resource.NestedIncluded ?? [])
            {
                Add(nested);
            }

            return true;
        }
    }

    /// <summary>Returns all resources that can be reached, each once, in breadth-first order.</summary>
    /// <param name="relationships">The relationships to start from.</param>
    /// <param name="root">The resource of the relationships, which is not returned; null for relationships on their own.</param>
    public static IReadOnlyList<Resource> Find(IEnumerable<Relationship> relationships, Resource? root = null)
    {
        HashSet<Resource> visited = new(ReferenceEqualityComparer.Instance);
        Queue<Resource> queue = [];
        List<Resource> found = [];
        if (root is not null)
        {
            visited.Add(root);
            VisitNested(root);
        }

        Visit(relationships);
        while (queue.TryDequeue(out Resource? resource))
        {
            Visit(resource.Relationships.Present);
        }

        return found;

        void Visit(IEnumerable<Relationship> present)
        {
            foreach (Resource related in present.SelectMany(static relationship => relationship.Resources).Where(visited.Add))
            {
                found.Add(related);
                queue.Enqueue(related);
                VisitNested(related);
            }
        }

        // Nested resources are written inside the resource that contains them.
        void VisitNested(Resource resource)
        {
            foreach (Resource nested in (resource.NestedIncluded ?? []).Where(visited.Add))
            {
                queue.Enqueue(nested);
                VisitNested(nested);
            }
        }
    }
}

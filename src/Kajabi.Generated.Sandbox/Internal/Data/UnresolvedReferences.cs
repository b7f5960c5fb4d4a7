using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>References of resources to resources that do not exist.</summary>
internal static class UnresolvedReferences
{
    /// <summary>Returns a sentence without its end for each reference of the data, in alphabetical order.</summary>
    public static IReadOnlyList<string> Find(SandboxStore store)
    {
        HashSet<(string Type, string Id)> known = [.. store.All.Select(static resource => (resource.Type, resource.Id))];
        return
        [
            .. store
                .All.SelectMany(resource =>
                    Find(
                            resource,
                            target => known.Contains(target) || (target.Type == "contacts" && store.Generated.Find(target.Id) is not null)
                        )
                        .Select(problem => $"{resource.Type} {resource.Id}: {problem}")
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the references of a resource.</summary>
    public static IEnumerable<string> Find(SandboxResource resource, Func<(string Type, string Id), bool> exists) =>
        resource.Relationships.SelectMany(relationship =>
            relationship
                .Value.Ids.Where(id => !exists((relationship.Value.TargetType, id)))
                .Select(id => $"{relationship.Key} refers to {relationship.Value.TargetType} {id}, which does not exist")
        );
}

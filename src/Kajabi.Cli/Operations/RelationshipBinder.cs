using System.Reflection;

namespace Kajabi.Cli.Operations;

/// <summary>Sets relationships by their JSON names.</summary>
internal static class RelationshipBinder
{
    /// <summary>Sets the related resources of a relationship.</summary>
    /// <exception cref="UsageException">The relationship does not exist, or it is to-one and more than one id is given.</exception>
    public static void Assign(Resource resource, string name, IReadOnlyList<string> ids)
    {
        IReadOnlyList<RelationshipDescriptor> declared = resource.Relationships.DeclaredRelationships;
        RelationshipDescriptor member =
            declared.FirstOrDefault(one => one.Name == name && one.TargetType is not null)
            ?? throw new UsageException(
                $"'{resource.Type}' has no relationship '{name}'. {DidYouMean.Suggest(name, [.. declared.Select(static one => one.Name)])}"
            );
        if (!member.IsToMany && ids.Count > 1)
        {
            throw new UsageException($"--relate {name} is given {ids.Count} times but accepts one id. Omit the others.");
        }

        ResourceIdentifier[] identifiers = [.. ids.Select(id => new ResourceIdentifier(member.TargetType!, id))];
        Relationship relationship = resource.Relationships[name]!;
        PropertyInfo property = relationship
            .GetType()
            .GetProperty(member.IsToMany ? nameof(ToManyRelationship<>.Identifiers) : nameof(ToOneRelationship<>.Identifier))!;
        property.SetValue(relationship, member.IsToMany ? identifiers : identifiers[0]);
    }

    /// <summary>
    /// Returns the relationships that are required to create a resource: the convenience method of the operation has parameters for their
    /// ids.
    /// </summary>
    public static IEnumerable<RelationshipDescriptor> GetOwners(Operation create, Resource resource) =>
        Operation
            .All.Where(operation => operation.Name == create.Name)
            .SelectMany(static operation => operation.Ids)
            .SelectMany(id =>
                resource.Relationships.DeclaredRelationships.Where(one =>
                    $"{one.PropertyName}Id".Equals(id, StringComparison.OrdinalIgnoreCase)
                )
            );
}

using System.Reflection;

namespace Kajabi.Cli.Endpoints;

/// <summary>Assigns relationships by their names on the wire.</summary>
internal static class RelationshipBinder
{
    /// <summary>Says which resources a relationship shall hold.</summary>
    /// <exception cref="UsageException">There is no such relationship, or it does not hold so many.</exception>
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
            throw new UsageException($"--relate {name} is given {ids.Count} times and takes one id. Keep one of them.");
        }

        ResourceIdentifier[] identifiers = [.. ids.Select(id => new ResourceIdentifier(member.TargetType!, id))];
        Relationship relationship = resource.Relationships[name]!;
        PropertyInfo property = relationship
            .GetType()
            .GetProperty(member.IsToMany ? nameof(ToManyRelationship<>.Identifiers) : nameof(ToOneRelationship<>.Identifier))!;
        property.SetValue(relationship, member.IsToMany ? identifiers : identifiers[0]);
    }

    /// <summary>The relationships without which an operation cannot create a resource: its light method takes their ids.</summary>
    public static IEnumerable<RelationshipDescriptor> Owners(Operation create, Resource resource) =>
        Operation
            .All.Where(operation => operation.Name == create.Name)
            .SelectMany(static operation => operation.Ids)
            .SelectMany(id =>
                resource.Relationships.DeclaredRelationships.Where(one =>
                    $"{one.PropertyName}Id".Equals(id, StringComparison.OrdinalIgnoreCase)
                )
            );
}

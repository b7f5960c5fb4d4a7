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

        resource.Relationships[name]!.AssignIdentifiers([.. ids.Select(id => new ResourceIdentifier(member.TargetType!, id))]);
    }
}

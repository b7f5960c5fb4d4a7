namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Decides which class a resource on the wire becomes.</summary>
internal static class ResourceTypes
{
    /// <summary>Makes the class of a wire type.</summary>
    /// <param name="type">The type that the document gives.</param>
    /// <param name="expected">Makes the class that the operation promises; null where any type may stand.</param>
    /// <param name="cursor">Where the document stands, for the message.</param>
    /// <exception cref="KajabiSerializationException">The document gives a type that is another class than the promised one.</exception>
    public static Resource Create(string type, Func<Resource>? expected, JsonTokenReader cursor)
    {
        Resource? known = GeneratedResources.Create(type);
        if (expected is null)
        {
            return known ?? Report(new UnknownResource(type));
        }

        Resource promised = expected();
        if (promised.DeclaredType == type)
        {
            return promised;
        }

        if (known is not null)
        {
            throw cursor.Failure($"Expected a resource of type '{promised.DeclaredType}' and found '{type}'");
        }

        // A type that no contract knows, in the one place where the operation says what it must be.
        promised.ReceivedType = type;
        return Report(promised);

        Resource Report(Resource resource)
        {
            cursor.Drift?.ResourceType = type;
            cursor.Drift?.Add(ContractDriftKind.UnknownResourceType, cursor, type);
            return resource;
        }
    }
}

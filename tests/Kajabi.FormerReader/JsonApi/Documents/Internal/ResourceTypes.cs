namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Creates the class of a resource type.</summary>
internal static class ResourceTypes
{
    /// <summary>Creates the resource of a type.</summary>
    /// <param name="type">The type in the document.</param>
    /// <param name="expected">Creates the class that the operation returns; null if any type is allowed.</param>
    /// <param name="cursor">The position in the document, for the message.</param>
    /// <exception cref="KajabiSerializationException">The type is declared, and is not the expected one.</exception>
    public static Resource Create(string type, Func<Resource>? expected, JsonTokenReader cursor)
    {
        Resource? known = GeneratedResources.Create(type);
        if (expected is null)
        {
            return known ?? Report(new UnknownResource(type));
        }

        Resource resource = expected();
        if (resource.DeclaredType == type)
        {
            return resource;
        }

        if (known is not null)
        {
            throw cursor.Failure($"Expected a resource of type '{resource.DeclaredType}' and found '{type}'");
        }

        // An undeclared type where the operation determines the class.
        resource.ReceivedType = type;
        return Report(resource);

        Resource Report(Resource unknown)
        {
            cursor.Drift?.ResourceType = type;
            cursor.Drift?.Add(ContractDriftKind.UnknownResourceType, cursor, type);
            return unknown;
        }
    }
}

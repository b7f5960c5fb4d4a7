namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Creates the class of a resource type.</summary>
internal static class ResourceTypes
{
    /// <summary>Gets the types of the OpenAPI document.</summary>
    public static Utf8NameTable Names { get; } = new(GeneratedResources.Names);

    /// <summary>Creates the resource of the type at the current token, a string.</summary>
    /// <param name="expected">Creates the class that the operation returns; null if any type is allowed.</param>
    /// <param name="reader">The position in the document.</param>
    /// <exception cref="KajabiSerializationException">The type is declared, and is not the expected one.</exception>
    public static Resource Create<TResource>(Func<TResource>? expected, ref JsonApiReader reader)
        where TResource : Resource
    {
        int ordinal = reader.IndexOfText(Names);
        Resource? known = ordinal >= 0 ? GeneratedResources.Create(ordinal) : null;
        if (expected is null || (typeof(TResource) != typeof(Resource) && known is TResource))
        {
            return known ?? Report(new UnknownResource(reader.GetText()), reader);
        }

        Resource resource = expected();
        string type = reader.GetText();
        if (resource.DeclaredType == type)
        {
            return resource;
        }

        if (known is not null)
        {
            throw reader.Failure($"Expected a resource of type '{resource.DeclaredType}' and found '{type}'");
        }

        // An undeclared type where the operation determines the class.
        resource.ReceivedType = type;
        return Report(resource, reader);
    }

    private static Resource Report(Resource unknown, in JsonApiReader reader)
    {
        reader.Drift?.ResourceType = unknown.Type;
        reader.Report(ContractDriftKind.UnknownResourceType, "type", unknown.Type);
        return unknown;
    }
}

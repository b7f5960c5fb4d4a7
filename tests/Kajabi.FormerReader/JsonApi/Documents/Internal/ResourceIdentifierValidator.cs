namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>Validates the resource identifiers of a request.</summary>
internal static class ResourceIdentifierValidator
{
    public static void ThrowIfIncomplete(IEnumerable<ResourceIdentifier> identifiers, string parameterName)
    {
        foreach (ResourceIdentifier identifier in identifiers)
        {
            if (string.IsNullOrWhiteSpace(identifier.Id) || string.IsNullOrWhiteSpace(identifier.Type))
            {
                throw new ArgumentException(
                    $"A related resource of type '{identifier.Type}' has no type or no id. "
                        + "Create the resource first, and use the id from the response.",
                    parameterName
                );
            }
        }
    }
}

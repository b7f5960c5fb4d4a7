using Kajabi.Diagnostics.Internal;

namespace Kajabi.Cli.Operations;

/// <summary>The custom fields of a resource type. It can have 150, of which the OpenAPI document declares the first few.</summary>
internal static class CustomFields
{
    /// <summary>Whether a resource type has custom fields.</summary>
    public static bool AreDeclaredBy(Resource resource) =>
        resource.Attributes.DeclaredMembers.Any(static member => CustomFieldHandle.IsName(member.Name));
}

using Newtonsoft.Json;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The known JSON member names, so that reading them allocates no strings.</summary>
internal static class MemberNameTable
{
    /// <summary>Gets the shared table. It is only read after its creation, and therefore thread-safe.</summary>
    public static DefaultJsonNameTable Table { get; } = Create();

    private static DefaultJsonNameTable Create()
    {
        DefaultJsonNameTable table = new();
        foreach (
            string name in (string[])["data", "included", "links", "meta", "jsonapi", "id", "type", "attributes", "relationships", "self"]
        )
        {
            table.Add(name);
        }

        foreach (Resource resource in GeneratedResources.Names.Select(GeneratedResources.Create).OfType<Resource>())
        {
            table.Add(resource.DeclaredType);
            foreach (JsonApiMember member in resource.Attributes.DeclaredMembers)
            {
                table.Add(member.Name);
            }

            foreach (RelationshipDescriptor member in resource.Relationships.DeclaredRelationships)
            {
                table.Add(member.Name);
            }
        }

        return table;
    }
}

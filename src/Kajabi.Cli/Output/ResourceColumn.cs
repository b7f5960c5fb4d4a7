using Kajabi.Cli.Operations;
using Kajabi.Diagnostics.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Output;

/// <summary>The columns of a resource type: the id, the type, the attributes and the relationships.</summary>
internal static class ResourceColumn
{
    public const string Id = "id";
    public const string Type = "type";

    /// <summary>Returns the columns of a type. Custom fields that the OpenAPI document does not declare are columns, too.</summary>
    public static IReadOnlyList<string> GetAll(string type) =>
        [.. new[] { Id, Type }.Concat(GetAttributes(type)).Concat(GetRelationships(type)).Distinct()];

    public static IReadOnlyList<string> GetAttributes(string type) =>
        [.. ResourceTypeTable.Find(type)?.Attributes.DeclaredMembers.Select(static member => member.Name) ?? []];

    public static IReadOnlyList<string> GetRelationships(string type) =>
        [.. ResourceTypeTable.Find(type)?.Relationships.DeclaredRelationships.Select(static relationship => relationship.Name) ?? []];

    public static bool IsColumn(string type, string name) =>
        GetAll(type).Contains(name)
        || (CustomFieldHandle.IsName(name) && ResourceTypeTable.Find(type) is { } resource && CustomFields.AreDeclaredBy(resource));

    /// <summary>Returns the value of a column; null if the resource has none.</summary>
    public static JToken? GetValue(Resource resource, string column)
    {
        if (column == Id)
        {
            return resource.HasId ? resource.Id : null;
        }

        if (resource.Attributes.IsPresent(column))
        {
            return resource.Attributes[column];
        }

        return resource.Relationships[column] is { Identifiers.Count: > 0 } related
                ? string.Join(',', related.Identifiers.Select(static identifier => identifier.Id))
            : column == Type ? resource.Type
            : null;
    }
}

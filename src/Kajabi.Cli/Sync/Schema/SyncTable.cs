using Kajabi.Cli.Operations;
using Kajabi.JsonApi.Documents.Internal;

namespace Kajabi.Cli.Sync.Schema;

/// <summary>The table of a resource type.</summary>
/// <param name="Type">The JSON:API resource type, which is the name of the table.</param>
/// <param name="Columns">The columns of the attributes.</param>
/// <param name="Links">The tables of the relationships.</param>
internal sealed record SyncTable(string Type, IReadOnlyList<SyncColumn> Columns, IReadOnlyList<LinkTable> Links)
{
    /// <summary>The column with the id of the resource.</summary>
    public const string Id = "id";

    /// <summary>The column with the resource as JSON.</summary>
    public const string Raw = "raw";

    /// <summary>The column with the hash of the row.</summary>
    public const string Hash = "content_hash";

    /// <summary>Returns the table of a type as the OpenAPI document declares it.</summary>
    public static SyncTable Create(string type)
    {
        Resource resource = ResourceTypeTable.Find(type)!;
        return new SyncTable(
            type,
            [
                .. resource.Attributes.DeclaredMembers.Select(member => new SyncColumn(
                    member.Name is Id or Raw or Hash ? $"attribute_{member.Name}" : member.Name,
                    member.Name,
                    GetColumnType(resource.Attributes.Members.FindKind(member.Name))
                )),
            ],
            [.. resource.Relationships.DeclaredRelationships.Select(one => new LinkTable($"{type}_{one.Name}", one.Name))]
        );
    }

    private static ColumnType GetColumnType(JsonApiMemberKind? kind) =>
        kind switch
        {
            JsonApiMemberKind.Boolean => ColumnType.Boolean,
            JsonApiMemberKind.Int64 => ColumnType.Integer,
            JsonApiMemberKind.Decimal => ColumnType.Number,
            JsonApiMemberKind.DateTime => ColumnType.Time,
            JsonApiMemberKind.Date => ColumnType.Date,
            JsonApiMemberKind.StringList or JsonApiMemberKind.ObjectList or JsonApiMemberKind.Object or JsonApiMemberKind.JsonApiObject =>
                ColumnType.Json,
            _ => ColumnType.Text,
        };
}

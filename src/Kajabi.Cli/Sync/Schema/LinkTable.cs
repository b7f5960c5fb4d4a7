namespace Kajabi.Cli.Sync.Schema;

/// <summary>The table of the links of one relationship.</summary>
/// <param name="Name">The name of the table.</param>
/// <param name="Relationship">The JSON name of the relationship.</param>
internal sealed record LinkTable(string Name, string Relationship)
{
    /// <summary>The column with the id of the resource that has the relationship.</summary>
    public const string Id = "id";

    /// <summary>The column with the type of the related resource.</summary>
    public const string RelatedType = "related_type";

    /// <summary>The column with the id of the related resource.</summary>
    public const string RelatedId = "related_id";
}

namespace Kajabi.Cli.Endpoints;

/// <summary>What the user asked for, beside the id.</summary>
/// <param name="Type">The resource type on the wire.</param>
/// <param name="Include">The include paths.</param>
/// <param name="Fields">The attributes to return, by resource type.</param>
/// <param name="Filters">The values of each filter by its name without <c>filter[]</c>.</param>
/// <param name="Sort">The order, in the form of the wire; null for the API's own.</param>
/// <param name="PageSize">How many resources a page holds; null for the API's own number.</param>
internal sealed record ReadRequest(
    string Type,
    IReadOnlyList<string> Include,
    ILookup<string, string> Fields,
    ILookup<string, string> Filters,
    string? Sort = null,
    int? PageSize = null
)
{
    /// <summary>The request for everything of a type, as the API gives it unasked.</summary>
    public static ReadRequest OfAll(string type)
    {
        ILookup<string, string> nothing = Array.Empty<string>().ToLookup(static name => name);
        return new ReadRequest(type, [], nothing, nothing);
    }

    /// <summary>Whether the request says more than which resources.</summary>
    public bool HasQuery => Include.Count > 0 || Fields.Count > 0 || Filters.Count > 0 || Sort is not null || PageSize is not null;

    /// <summary>The resource types that the include paths load; null among them where no contract names the type.</summary>
    public IEnumerable<string?> IncludedTypes => Segments.Select(static segment => segment.TargetType);

    private IEnumerable<IncludeSegment> Segments => Include.SelectMany(path => IncludeSegment.Split(Type, path));

    /// <summary>The attributes that were asked for of a type, without the relationships; empty when the user named none.</summary>
    public IReadOnlyList<string> AttributesOf(string type) =>
        [
            .. FieldsOf(type)
                .Where(field => ResourceTypeTable.Find(type)?.Relationships.DeclaredRelationships.Any(one => one.Name == field) != true),
        ];

    /// <summary>
    /// The fields that are requested of a type. A response with sparse fieldsets has no linkage that is not among the
    /// fields, and included resources that nothing is linked to cannot be shown with the resource that has them.
    /// </summary>
    public IReadOnlyList<string> RequestedFieldsOf(string type) =>
        [.. FieldsOf(type).Union(Segments.Where(segment => segment.SourceType == type).Select(static segment => segment.Relationship))];

    /// <summary>The attributes and relationships that were asked for of a type; empty when the user named none.</summary>
    public IReadOnlyList<string> FieldsOf(string type) => [.. Fields[type].Distinct()];

    /// <summary>The value of a filter without which the operation cannot be called.</summary>
    /// <exception cref="UsageException">It is missing, or given twice.</exception>
    public string RequiredFilter(string name) =>
        Filters.Contains(name)
            ? SingleFilter(name)
            : throw new UsageException($"'{Type}' cannot be read without a {name}. Add --filter {name}=<value>.");

    /// <summary>The value of a filter that takes one.</summary>
    /// <exception cref="UsageException">It is given twice.</exception>
    public string SingleFilter(string name) =>
        Filters[name].Count() == 1
            ? Filters[name].First()
            : throw new UsageException($"--filter {name} is given {Filters[name].Count()} times and takes one value. Keep one of them.");
}

namespace Kajabi.Cli.Operations;

/// <summary>The requested resources and fields, without the id.</summary>
/// <param name="Type">The JSON:API resource type.</param>
/// <param name="Include">The include paths.</param>
/// <param name="Fields">The attributes to return, by resource type.</param>
/// <param name="Filters">The values of the filters, by name without <c>filter[]</c>.</param>
/// <param name="Sort">The sort order in the format of the API; null for the API's default.</param>
/// <param name="PageSize">The number of resources per page; null for the API's default.</param>
internal sealed record ReadRequest(
    string Type,
    IReadOnlyList<string> Include,
    ILookup<string, string> Fields,
    ILookup<string, string> Filters,
    string? Sort = null,
    int? PageSize = null
)
{
    /// <summary>Creates a request without query parameters.</summary>
    public static ReadRequest CreateDefault(string type)
    {
        ILookup<string, string> empty = Array.Empty<string>().ToLookup(static name => name);
        return new ReadRequest(type, [], empty, empty);
    }

    /// <summary>Whether the request has query parameters.</summary>
    public bool HasQuery => Include.Count > 0 || Fields.Count > 0 || Filters.Count > 0 || Sort is not null || PageSize is not null;

    /// <summary>
    /// The resource types that the include paths load; contains null for a type that the OpenAPI document does not declare.
    /// </summary>
    public IEnumerable<string?> IncludedTypes => Segments.Select(static segment => segment.TargetType);

    private IEnumerable<IncludeSegment> Segments => Include.SelectMany(path => IncludeSegment.Split(Type, path));

    /// <summary>Returns the requested attributes of a type, without relationships; empty if no fields are requested.</summary>
    public IReadOnlyList<string> GetAttributes(string type) =>
        [
            .. GetFields(type)
                .Where(field => ResourceTypeTable.Find(type)?.Relationships.DeclaredRelationships.Any(one => one.Name == field) != true),
        ];

    /// <summary>
    /// Returns the fields to send for a type, with the relationships of the include paths. With sparse fieldsets, the response contains
    /// only the linkage of these fields, and an included resource without linkage cannot be shown with its parent.
    /// </summary>
    public IReadOnlyList<string> GetRequestedFields(string type) =>
        [.. GetFields(type).Union(Segments.Where(segment => segment.SourceType == type).Select(static segment => segment.Relationship))];

    /// <summary>Returns the requested attributes and relationships of a type; empty if none are requested.</summary>
    public IReadOnlyList<string> GetFields(string type) => [.. Fields[type].Distinct()];

    /// <summary>Returns the value of a filter that the operation requires.</summary>
    /// <exception cref="UsageException">The filter is missing or given more than once.</exception>
    public string GetRequiredFilter(string name) =>
        Filters.Contains(name)
            ? GetSingleFilter(name)
            : throw new UsageException($"'{Type}' cannot be read without the filter {name}. Add --filter {name}=<value>.");

    /// <summary>Returns the value of a filter that accepts one value.</summary>
    /// <exception cref="UsageException">The filter is given more than once.</exception>
    public string GetSingleFilter(string name) =>
        Filters[name].Count() == 1
            ? Filters[name].First()
            : throw new UsageException($"--filter {name} is given {Filters[name].Count()} times but accepts one value. Omit the others.");
}

using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>The query object of one operation.</summary>
/// <param name="Name">The C# class, such as <c>ListContactsQuery</c>.</param>
/// <param name="Properties">The properties, in the order of the OpenAPI document.</param>
/// <param name="Fieldsets">The class of the sparse fieldsets; null for none.</param>
internal sealed record QueryModel(string Name, IReadOnlyList<QueryPropertyModel> Properties, string? Fieldsets)
{
    /// <summary>Gets the filters on attributes; null for none.</summary>
    public FilterModel? Filter { get; init; }

    public bool IsPaged =>
        Properties.Any(static property => property is { ApiName: "page[number]", Name: "PageNumber", Type: "int?", IsRequired: false });

    public bool IsFilteredBySite =>
        Properties.Any(static property => property is { ApiName: "filter[site_id]", Name: "SiteId", IsRequired: false });

    public bool IsRequired => Properties.Any(static property => property.IsRequired);
}

/// <summary>A property of a query object.</summary>
/// <param name="ApiName">The query parameter, such as <c>filter[site_id]</c>.</param>
/// <param name="Name">The C# property, such as <c>SiteId</c>.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Kind">The format: <c>scalar</c>, <c>csv</c> or <c>multi</c>.</param>
/// <param name="IsRequired">Whether the parameter is required.</param>
/// <param name="Description">The description.</param>
/// <param name="Schema">The schema in the composed document.</param>
internal sealed record QueryPropertyModel(
    string ApiName,
    string Name,
    string Type,
    string Kind,
    bool IsRequired,
    string? Description,
    JObject Schema
)
{
    /// <summary>
    /// Gets the attribute filter that stores the value of a declared parameter, such as <c>Title.Contains</c>, or for such a filter, the
    /// property of the declared parameter; null if the parameter has only one property.
    /// </summary>
    public string? Forward { get; init; }
}

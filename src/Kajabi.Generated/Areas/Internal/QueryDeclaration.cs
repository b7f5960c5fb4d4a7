namespace Kajabi.Areas.Internal;

/// <summary>The query parameters that the OpenAPI document and its overlay declare for an operation.</summary>
/// <param name="Create">Creates a query. Its required parameters have no value.</param>
/// <param name="Includes">The include paths.</param>
/// <param name="Sorts">The sort orders.</param>
/// <param name="RequiredFilters">The names of the required filters, without <c>filter[]</c>.</param>
/// <param name="AttributeFilters">The attributes that have filters with suffixes.</param>
internal sealed record QueryDeclaration(
    Func<KajabiQuery> Create,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> Sorts,
    IReadOnlyList<string> RequiredFilters,
    IReadOnlyList<FilteredAttribute> AttributeFilters
);

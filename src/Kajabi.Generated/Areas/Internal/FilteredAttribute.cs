namespace Kajabi.Areas.Internal;

/// <summary>An attribute that a list can be filtered by.</summary>
/// <param name="Name">The attribute, such as <c>updated_at</c>.</param>
/// <param name="Suffixes">The comparisons as the API spells them: <c>gte</c> for <c>filter[updated_at_gte]</c>.</param>
internal sealed record FilteredAttribute(string Name, IReadOnlyList<string> Suffixes)
{
    /// <summary>Gets the names of the filters, without <c>filter[]</c>.</summary>
    public IEnumerable<string> Filters => Suffixes.Select(suffix => $"{Name}_{suffix}");
}

namespace Kajabi.Composer.Model;

/// <summary>The attribute filters of a query, which only an overlay declares.</summary>
/// <param name="Name">The C# class, such as <c>PurchaseFilter</c>.</param>
/// <param name="Description">The description.</param>
/// <param name="Attributes">The attributes, in the order of the overlay.</param>
internal sealed record FilterModel(string Name, string Description, IReadOnlyList<FilteredAttributeModel> Attributes)
{
    /// <summary>Gets the parameters that no declared parameter sends.</summary>
    public IEnumerable<QueryPropertyModel> Parameters =>
        Attributes.SelectMany(static attribute => attribute.Comparisons).Where(static comparison => comparison.Forward is null);
}

/// <summary>An attribute with its comparisons.</summary>
/// <param name="ApiName">The attribute, such as <c>updated_at</c>.</param>
/// <param name="Name">The C# property, such as <c>UpdatedAt</c>.</param>
/// <param name="ClassName">The C# class of its comparisons, such as <c>PurchaseUpdatedAtFilter</c>.</param>
/// <param name="Description">The description of the attribute.</param>
/// <param name="Comparisons">The comparisons, each of which is a query parameter.</param>
internal sealed record FilteredAttributeModel(
    string ApiName,
    string Name,
    string ClassName,
    string? Description,
    IReadOnlyList<QueryPropertyModel> Comparisons
);

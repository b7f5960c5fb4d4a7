namespace Kajabi;

/// <summary>Base class of filters on attributes, which a query has in its property <c>Filter</c>.</summary>
/// <remarks>
/// Each attribute has a property for each comparison that the API documents for it, and no other: the API silently ignores an
/// undocumented filter and returns everything. Filters that are set apply together, also those of one attribute. A time is sent with its
/// UTC offset. Sending a request throws an <see cref="ArgumentException"/> if a filter is a blank text, which the API ignores too, or a
/// list that is empty or has a value with a comma, which separates the values.
/// </remarks>
/// <example>
/// <code>
/// ListPurchasesQuery query = new()
/// {
///     Filter = { UpdatedAt = { GreaterThanOrEqualTo = since }, Currency = { EqualTo = "EUR" } },
/// };
/// </code>
/// </example>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public abstract class QueryFilter
{
    private protected QueryFilter() { }

    internal abstract void WriteTo(QueryWriter writer);
}

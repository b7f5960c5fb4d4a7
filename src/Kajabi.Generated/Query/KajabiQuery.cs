using Microsoft.Extensions.Primitives;

namespace Kajabi;

/// <summary>Base class of query parameters: filters, paging, sorting, includes and sparse fieldsets.</summary>
/// <remarks>Each operation has its own class.</remarks>
/// <example>
/// <code>
/// ListContactsQuery query = new()
/// {
///     SiteId = siteId,
///     EmailContains = "@example.com",
///     PageSize = 100,
///     AdditionalParameters = { ["filter[undeclared]"] = "value" },
/// };
/// ContactCollection page = await kajabi.Contacts.ListContactsAsync(query);
/// </code>
/// </example>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public abstract class KajabiQuery
{
    private Dictionary<string, StringValues> _additionalParameters = new(StringComparer.Ordinal);

    private protected KajabiQuery() { }

    /// <summary>
    /// Gets the parameters that have no property, by name, such as <c>filter[undeclared]</c>. Each value is
    /// sent as a parameter of its own. The API ignores unknown filters and returns all resources, so check the spelling.
    /// </summary>
    public IDictionary<string, StringValues> AdditionalParameters => _additionalParameters;

    /// <summary>
    /// Gets the names of the parameters that the API documents for the operation, such as <c>filter[site_id]</c>, without the
    /// sparse fieldsets. The API silently ignores filters that it does not know.
    /// </summary>
    public abstract IReadOnlyList<string> DeclaredParameters { get; }

    /// <summary>Gets whether the operation has sparse fieldsets.</summary>
    internal virtual bool HasFieldsets => false;

    /// <summary>
    /// Gets or sets the only sparse fieldset to send, by the name of its parameter, if only the ids of the resources are needed; null to
    /// send the fieldsets and includes of the query.
    /// </summary>
    internal KeyValuePair<string, string>? OnlyFieldset { get; set; }

    internal abstract void WriteTo(QueryWriter writer);

    /// <summary>Returns the type of a parameter, by its name in the URL.</summary>
    internal abstract QueryValueKind GetValueKind(string parameter);

    /// <summary>Returns a copy whose page number can change without changing the query of the caller.</summary>
    internal KajabiQuery Copy() => (KajabiQuery)MemberwiseClone();

    /// <summary>Returns a copy with further parameters. The query of the caller does not change.</summary>
    internal KajabiQuery CopyWith(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        KajabiQuery copy = Copy();
        copy._additionalParameters = new Dictionary<string, StringValues>(_additionalParameters, StringComparer.Ordinal);
        foreach ((string name, StringValues value) in parameters)
        {
            copy._additionalParameters[name] = value;
        }

        return copy;
    }
}

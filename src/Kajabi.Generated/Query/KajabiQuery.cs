using Microsoft.Extensions.Primitives;

namespace Kajabi;

/// <summary>What an operation is asked for: filters, paging, order, includes and fields. Each operation has its own.</summary>
[Newtonsoft.Json.JsonConverter(typeof(NotSerializableConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(NotSerializableConverterFactory))]
public abstract class KajabiQuery
{
    private protected KajabiQuery() { }

    /// <summary>
    /// Parameters that the contract does not list, by their name on the wire, such as <c>filter[title_start]</c>.
    /// Several values are sent as so many parameters of that name. The API ignores a filter that it does not know and
    /// answers with everything, so spell them with care.
    /// </summary>
    public IDictionary<string, StringValues> AdditionalParameters { get; } = new Dictionary<string, StringValues>(StringComparer.Ordinal);

    /// <summary>
    /// The parameters that the contract lists for the operation, by their name on the wire, such as
    /// <c>filter[site_id]</c>; fieldsets are not among them. A filter that is not here would be ignored in silence.
    /// </summary>
    public abstract IReadOnlyList<string> DeclaredParameters { get; }

    internal abstract void WriteTo(QueryWriter writer);

    /// <summary>A copy that can be turned to another page while the original stays as the caller made it.</summary>
    internal KajabiQuery Copy() => (KajabiQuery)MemberwiseClone();
}

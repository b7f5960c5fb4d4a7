using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// A JSON:API meta object. The API describes the pages of a list in four formats, as numbers or strings; the properties read all
/// of them. Other members are available by name through the indexer.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class Meta : JsonApiObject
{
    /// <summary>Gets the number of resources on all pages; null if not sent.</summary>
    [JsonIgnore]
    public long? TotalCount => Number("total_count") ?? Number("total") ?? Number("count");

    /// <summary>Gets the number of pages with the current page size; null if not sent.</summary>
    [JsonIgnore]
    public long? TotalPages => Number("total_pages") ?? Number("pagination", "last");

    /// <summary>Gets the number of this page, counted from 1; null if not sent.</summary>
    [JsonIgnore]
    public long? CurrentPage => Number("current_page") ?? Number("pagination", "current");

    internal override bool IsChange => false;

    private long? Number(string name, string? inner = null)
    {
        JToken? value = this[name];
        if (inner is not null)
        {
            value = (value as JObject)?[inner];
        }

        return
            value is JValue { Value: not null } scalar
            && long.TryParse(
                scalar.ToString(CultureInfo.InvariantCulture),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out long number
            )
            ? number
            : null;
    }
}

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi;

/// <summary>
/// Information beside the data. Lists describe their pages here in four spellings, which the three totals read
/// alike, as numbers or as text; every other member is reached by its wire name.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class Meta : JsonApiObject
{
    /// <summary>The number of resources over all pages; null when not sent.</summary>
    [JsonIgnore]
    public long? TotalCount => Number("total_count") ?? Number("total") ?? Number("count");

    /// <summary>The number of pages at the current page size; null when not sent.</summary>
    [JsonIgnore]
    public long? TotalPages => Number("total_pages") ?? Number("pagination", "last");

    /// <summary>The number of this page, counted from 1; null when not sent.</summary>
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

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Benchmarks.Stock;

/// <summary>The generated page with included resources as JSON, whose types the generated page does not distinguish.</summary>
internal sealed class IncludedContacts : ContactCollection
{
    [JsonProperty("included")]
    public new List<JObject> Included { get; set; } = [];
}

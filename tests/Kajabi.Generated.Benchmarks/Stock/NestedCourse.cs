using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Benchmarks.Stock;

/// <summary>The generated course with nested included resources, which the document of the API does not declare.</summary>
internal sealed class NestedCourse : Course
{
    [JsonProperty("included")]
    public List<JObject> Included { get; set; } = [];
}

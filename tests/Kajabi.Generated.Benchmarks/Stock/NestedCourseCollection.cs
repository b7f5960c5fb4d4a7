using Newtonsoft.Json;

namespace Kajabi.Benchmarks.Stock;

/// <summary>The generated page with nested courses.</summary>
internal sealed class NestedCourseCollection : CourseCollection
{
    [JsonProperty("data")]
    public new List<NestedCourse> Data { get; set; } = [];
}

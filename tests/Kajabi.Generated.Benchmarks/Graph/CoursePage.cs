using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A page of courses.</summary>
internal sealed class CoursePage
{
    [JsonPropertyName("data")]
    public List<Course> Data { get; set; } = [];

    [JsonPropertyName("meta")]
    public Meta? Meta { get; set; }
}

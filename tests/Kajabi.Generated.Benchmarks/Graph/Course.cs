using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A course with its related resources.</summary>
internal sealed class Course
{
    public const string ResourceType = "courses";

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("attributes")]
    public CourseAttributes? Attributes { get; set; }

    [JsonPropertyName("relationships")]
    public CourseRelationships? Relationships { get; set; }

    [JsonPropertyName("included")]
    public List<Resource> Included { get; set; } = [];

    [JsonIgnore]
    public Module[]? Modules { get; set; }

    [JsonIgnore]
    public Lesson[]? Lessons { get; set; }
}

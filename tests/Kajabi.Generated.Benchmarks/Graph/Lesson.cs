using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A lesson of a course.</summary>
internal sealed class Lesson : Resource
{
    public const string ResourceType = "lessons";

    [JsonPropertyName("attributes")]
    public LessonAttributes? Attributes { get; set; }
}

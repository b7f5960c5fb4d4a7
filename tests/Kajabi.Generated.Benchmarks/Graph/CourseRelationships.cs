using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The relationships of a course.</summary>
internal sealed class CourseRelationships
{
    [JsonPropertyName("site")]
    public ToOneRelationship? Site { get; set; }

    [JsonPropertyName("offers")]
    public ToManyRelationship? Offers { get; set; }

    [JsonPropertyName("modules")]
    public ToManyRelationship? Modules { get; set; }

    [JsonPropertyName("lessons")]
    public ToManyRelationship? Lessons { get; set; }
}

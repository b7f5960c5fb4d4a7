using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of a course.</summary>
internal sealed class CourseAttributes
{
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("thumbnail_url")]
    public string? ThumbnailUrl { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }
}

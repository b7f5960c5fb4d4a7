using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of a module.</summary>
internal sealed class ModuleAttributes
{
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("position")]
    public long? Position { get; set; }

    [JsonPropertyName("poster_image_url")]
    public string? PosterImageUrl { get; set; }

    [JsonPropertyName("publishing_option")]
    public string? PublishingOption { get; set; }
}

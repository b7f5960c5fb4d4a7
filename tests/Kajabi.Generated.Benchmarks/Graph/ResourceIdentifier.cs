using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The type and the id of a resource in linkage.</summary>
internal class ResourceIdentifier
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

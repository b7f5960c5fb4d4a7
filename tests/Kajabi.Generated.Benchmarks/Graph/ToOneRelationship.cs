using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A relationship to one resource.</summary>
internal sealed class ToOneRelationship
{
    [JsonPropertyName("data")]
    public ResourceIdentifier? Data { get; set; }
}

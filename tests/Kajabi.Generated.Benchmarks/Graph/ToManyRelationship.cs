using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A relationship to any number of resources.</summary>
internal sealed class ToManyRelationship
{
    [JsonPropertyName("data")]
    public ResourceIdentifier[]? Data { get; set; }
}

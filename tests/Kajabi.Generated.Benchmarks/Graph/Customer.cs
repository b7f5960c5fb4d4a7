using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A customer.</summary>
internal sealed class Customer : Resource
{
    public const string ResourceType = "customers";

    [JsonPropertyName("attributes")]
    public CustomerAttributes? Attributes { get; set; }
}

using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of a tag.</summary>
internal sealed class ContactTagAttributes
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }
}

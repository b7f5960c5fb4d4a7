using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A page of contacts.</summary>
internal sealed class ContactPage
{
    [JsonPropertyName("data")]
    public List<Contact> Data { get; set; } = [];

    [JsonPropertyName("included")]
    public List<Resource> Included { get; set; } = [];

    [JsonPropertyName("meta")]
    public Meta? Meta { get; set; }
}

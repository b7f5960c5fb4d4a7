using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A tag.</summary>
internal sealed class ContactTag : Resource
{
    public const string ResourceType = "contact_tags";

    [JsonPropertyName("attributes")]
    public ContactTagAttributes? Attributes { get; set; }
}

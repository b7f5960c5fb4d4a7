using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>An offer.</summary>
internal sealed class Offer : Resource
{
    public const string ResourceType = "offers";

    [JsonPropertyName("attributes")]
    public OfferAttributes? Attributes { get; set; }
}

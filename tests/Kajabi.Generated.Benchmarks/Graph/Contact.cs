using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>A contact with its related resources.</summary>
internal sealed class Contact
{
    public const string ResourceType = "contacts";

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("attributes")]
    public ContactAttributes? Attributes { get; set; }

    [JsonPropertyName("relationships")]
    public ContactRelationships? Relationships { get; set; }

    [JsonIgnore]
    public Customer? Customer { get; set; }

    [JsonIgnore]
    public Offer[]? Offers { get; set; }

    [JsonIgnore]
    public ContactTag[]? Tags { get; set; }
}

using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The relationships of a contact.</summary>
internal sealed class ContactRelationships
{
    [JsonPropertyName("site")]
    public ToOneRelationship? Site { get; set; }

    [JsonPropertyName("customer")]
    public ToOneRelationship? Customer { get; set; }

    [JsonPropertyName("offers")]
    public ToManyRelationship? Offers { get; set; }

    [JsonPropertyName("tags")]
    public ToManyRelationship? Tags { get; set; }
}

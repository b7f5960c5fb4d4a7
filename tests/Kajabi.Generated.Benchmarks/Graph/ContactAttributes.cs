using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of a contact.</summary>
internal sealed class ContactAttributes
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("phone_number")]
    public string? PhoneNumber { get; set; }

    [JsonPropertyName("business_number")]
    public string? BusinessNumber { get; set; }

    [JsonPropertyName("subscribed")]
    public bool? Subscribed { get; set; }

    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; set; }

    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; set; }

    [JsonPropertyName("address_city")]
    public string? AddressCity { get; set; }

    [JsonPropertyName("address_state")]
    public string? AddressState { get; set; }

    [JsonPropertyName("address_country")]
    public string? AddressCountry { get; set; }

    [JsonPropertyName("address_zip")]
    public string? AddressZip { get; set; }

    [JsonPropertyName("external_user_id")]
    public string? ExternalUserId { get; set; }

    [JsonPropertyName("custom_1")]
    public string? Custom1 { get; set; }

    [JsonPropertyName("custom_2")]
    public string? Custom2 { get; set; }

    [JsonPropertyName("custom_3")]
    public string? Custom3 { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }
}

using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of an offer.</summary>
internal sealed class OfferAttributes
{
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("internal_title")]
    public string? InternalTitle { get; set; }

    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    [JsonPropertyName("price_in_cents")]
    public long? PriceInCents { get; set; }

    [JsonPropertyName("payment_type")]
    public string? PaymentType { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonPropertyName("payment_method")]
    public string? PaymentMethod { get; set; }

    [JsonPropertyName("price_description")]
    public string? PriceDescription { get; set; }

    [JsonPropertyName("checkout_url")]
    public string? CheckoutUrl { get; set; }

    [JsonPropertyName("recurring_offer")]
    public bool? RecurringOffer { get; set; }

    [JsonPropertyName("subscription")]
    public bool? Subscription { get; set; }

    [JsonPropertyName("one_time")]
    public bool? OneTime { get; set; }

    [JsonPropertyName("single")]
    public bool? Single { get; set; }

    [JsonPropertyName("free")]
    public bool? Free { get; set; }

    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("price")]
    public decimal? Price { get; set; }
}

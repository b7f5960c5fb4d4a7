using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The attributes of a customer.</summary>
internal sealed class CustomerAttributes
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; set; }

    [JsonPropertyName("external_user_id")]
    public string? ExternalUserId { get; set; }

    [JsonPropertyName("public_bio")]
    public string? PublicBio { get; set; }

    [JsonPropertyName("public_location")]
    public string? PublicLocation { get; set; }

    [JsonPropertyName("public_website")]
    public string? PublicWebsite { get; set; }

    [JsonPropertyName("net_revenue")]
    public string? NetRevenue { get; set; }

    [JsonPropertyName("sign_in_count")]
    public long? SignInCount { get; set; }

    [JsonPropertyName("last_request_at")]
    public DateTimeOffset? LastRequestAt { get; set; }

    [JsonPropertyName("bounced_at")]
    public DateTimeOffset? BouncedAt { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }
}

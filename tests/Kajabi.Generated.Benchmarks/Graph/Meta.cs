using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The numbers of a page.</summary>
internal sealed class Meta
{
    [JsonPropertyName("current_page")]
    public int? CurrentPage { get; set; }

    [JsonPropertyName("total_pages")]
    public int? TotalPages { get; set; }

    [JsonPropertyName("total_count")]
    public int? TotalCount { get; set; }
}

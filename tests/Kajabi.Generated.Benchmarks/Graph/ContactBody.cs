using System.Text.Json.Serialization;

namespace Kajabi.Benchmarks.Graph;

/// <summary>The body of an update.</summary>
internal sealed class ContactBody
{
    [JsonPropertyName("data")]
    public Contact? Data { get; set; }
}

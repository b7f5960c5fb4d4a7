using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Reading;

/// <summary>A request body.</summary>
/// <param name="IsRequired">Whether the request must have a body.</param>
/// <param name="Content">The content by media type.</param>
/// <param name="Written">The body as declared in the file; null for a dangling reference, whose content is unknown.</param>
/// <param name="Node">The node to report as the source position.</param>
internal sealed record NormalizedBody(
    bool IsRequired,
    IReadOnlyDictionary<string, NormalizedMediaType> Content,
    JObject? Written,
    JToken Node
)
{
    public bool IsUnknown => Written is null;
}

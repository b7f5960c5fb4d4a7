using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Reading;

/// <summary>A response.</summary>
/// <param name="Headers">The headers by name in lower case.</param>
/// <param name="Content">The content by media type.</param>
/// <param name="Links">The links by name, as canonical JSON.</param>
/// <param name="Written">The response as declared in the file; null for a dangling reference, whose content is unknown.</param>
/// <param name="Node">The node to report as the source position.</param>
internal sealed record NormalizedResponse(
    IReadOnlyDictionary<string, NormalizedParameter> Headers,
    IReadOnlyDictionary<string, NormalizedMediaType> Content,
    IReadOnlyDictionary<string, string> Links,
    JObject? Written,
    JToken Node
)
{
    public bool IsUnknown => Written is null;
}

using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>What a request carries.</summary>
/// <param name="IsRequired">Whether it has to carry it.</param>
/// <param name="Content">By media type.</param>
/// <param name="Written">The body as it stands in the file; null for a reference that leads nowhere, so that nobody knows it.</param>
/// <param name="Place">Where to point.</param>
internal sealed record NormalizedBody(
    bool IsRequired,
    IReadOnlyDictionary<string, NormalizedMediaType> Content,
    JObject? Written,
    JToken Place
)
{
    public bool IsUnknown => Written is null;
}

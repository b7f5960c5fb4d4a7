using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Model;

/// <summary>An answer.</summary>
/// <param name="Headers">By name in lower case.</param>
/// <param name="Content">By media type.</param>
/// <param name="Links">What its values can be used for, by name, as text that is equal where they are.</param>
/// <param name="Written">The answer as it stands in the file; null for a reference that leads nowhere, so that nobody knows it.</param>
/// <param name="Place">Where to point.</param>
internal sealed record NormalizedResponse(
    IReadOnlyDictionary<string, NormalizedParameter> Headers,
    IReadOnlyDictionary<string, NormalizedMediaType> Content,
    IReadOnlyDictionary<string, string> Links,
    JObject? Written,
    JToken Place
)
{
    public bool IsUnknown => Written is null;
}

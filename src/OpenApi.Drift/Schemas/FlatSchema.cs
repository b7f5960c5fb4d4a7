using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Schemas;

/// <summary>Declared schemas that all apply to the same value.</summary>
internal sealed class FlatSchema
{
    public List<JObject> Parts { get; } = [];

    public List<(bool IsExclusive, IReadOnlyList<JToken> Branches)> Unions { get; } = [];

    public HashSet<JToken> Seen { get; } = [];

    /// <summary>Gets or sets whether one of them is <c>false</c>, which no value matches.</summary>
    public bool IsNever { get; set; }

    /// <summary>Gets or sets whether one of them is a dangling reference.</summary>
    public bool IsUnknown { get; set; }
}

using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>Written schemas that hold at once.</summary>
internal sealed class FlatSchema
{
    public List<JObject> Parts { get; } = [];

    public List<(bool IsExclusive, IReadOnlyList<JToken> Branches)> Unions { get; } = [];

    public HashSet<JToken> Seen { get; } = [];

    /// <summary>Whether <c>false</c> is among them, which nothing fits.</summary>
    public bool IsNever { get; set; }

    /// <summary>Whether one of them is a reference that leads nowhere.</summary>
    public bool IsUnknown { get; set; }
}

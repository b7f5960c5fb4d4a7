using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Comparison;

/// <summary>The exception for a comparison that exceeds one of the <see cref="WorkLimits"/>.</summary>
internal sealed class WorkLimitException(JToken node, string message) : Exception(message)
{
    /// <summary>Gets the node in one of the two files at which the limit was exceeded.</summary>
    public JToken Node { get; } = node;
}

using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>A comparison exceeds one of the <see cref="WorkLimits"/>.</summary>
internal sealed class WorkLimitException(JToken place, string message) : Exception(message)
{
    /// <summary>Gets the place in one of the two files at which the limit was exceeded.</summary>
    public JToken Place { get; } = place;
}

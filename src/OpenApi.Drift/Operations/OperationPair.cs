using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Operations;

/// <summary>The two versions of an operation.</summary>
/// <param name="Before">The operation of the base; null if it was added.</param>
/// <param name="After">The operation of the revision; null if it was removed.</param>
/// <param name="HasMoved">Whether the path has changed.</param>
internal sealed record OperationPair(NormalizedOperation? Before, NormalizedOperation? After, bool HasMoved = false);

using Kajabi.Contract.Drift.Model;

namespace Kajabi.Contract.Drift.Operations;

/// <summary>An operation of the base and the one of the revision that it became; null where there is none.</summary>
/// <param name="Before">That of the base.</param>
/// <param name="After">That of the revision.</param>
/// <param name="HasMoved">Whether it is called at another path.</param>
internal sealed record OperationPair(NormalizedOperation? Before, NormalizedOperation? After, bool HasMoved = false);

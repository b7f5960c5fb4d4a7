namespace OpenApi.Drift;

/// <summary>The options of a comparison.</summary>
public sealed class DriftOptions
{
    /// <summary>
    /// Gets the time with which sunset dates (<c>x-sunset</c>) are compared; null for the time of the comparison. Default: null.
    /// </summary>
    public DateTimeOffset? CurrentTime { get; init; }

    /// <summary>
    /// Gets the maximum number of locations at which a change of a shared component is reported separately. A change at more locations is
    /// one finding at the component, with their number. Default: 1,000.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxLocations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1_000;
}

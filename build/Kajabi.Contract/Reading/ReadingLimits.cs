namespace Kajabi.Contract.Reading;

/// <summary>
/// The limits of a file. A contract of 10,000 operations stays well below them; a file that was built to exhaust memory or time does not.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>The size of a file in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The nesting of mappings and lists. Schemas nest; the usual limit of 64 is reached by inline ones.</summary>
    public const int MaxDepth = 512;

    /// <summary>The number of YAML events (keys, values, starts and ends), with aliases expanded.</summary>
    public const int MaxEvents = 3_000_000;

    /// <summary>The number of YAML events that aliases expand to.</summary>
    public const int MaxAliasEvents = 1_000_000;

    /// <summary>The number of duplicate keys that are reported.</summary>
    public const int MaxDuplicateKeys = 1_000;
}

namespace OpenApi.Documents.Reading;

/// <summary>
/// The limits for files. A document of 10,000 operations is far below them. They prevent files from exhausting memory or time.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>The maximum file size in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The maximum nesting of mappings and lists. Inline schemas can exceed the usual limit of 64.</summary>
    public const int MaxDepth = 512;

    /// <summary>The maximum number of YAML events (keys, values, starts and ends), with aliases expanded.</summary>
    public const int MaxEvents = 3_000_000;

    /// <summary>The maximum number of YAML events that aliases expand to.</summary>
    public const int MaxAliasEvents = 1_000_000;

    /// <summary>The maximum number of duplicate keys that are reported.</summary>
    public const int MaxDuplicateKeys = 1_000;
}

namespace OpenApi.Drift.Schemas;

/// <summary>Limits of lengths and counts. A minimum of 0 is no limit.</summary>
internal sealed class SchemaCounts
{
    public decimal MinLength { get; set; }

    public decimal? MaxLength { get; set; }

    public decimal MinItems { get; set; }

    public decimal? MaxItems { get; set; }

    public decimal MinProperties { get; set; }

    public decimal? MaxProperties { get; set; }

    /// <summary>Gets or sets the minimum number of items that match <c>contains</c>. Default: 1.</summary>
    public decimal? MinContains { get; set; }

    public decimal? MaxContains { get; set; }

    public bool IsEmpty =>
        MinLength == 0
        && MaxLength is null
        && MinItems == 0
        && MaxItems is null
        && MinProperties == 0
        && MaxProperties is null
        && MinContains is null
        && MaxContains is null;
}

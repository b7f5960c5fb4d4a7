namespace Kajabi.Contract.Drift.Schemas;

/// <summary>How long, how many: a least count of 0 is none.</summary>
internal sealed class SchemaCounts
{
    public decimal MinLength { get; set; }

    public decimal? MaxLength { get; set; }

    public decimal MinItems { get; set; }

    public decimal? MaxItems { get; set; }

    public decimal MinProperties { get; set; }

    public decimal? MaxProperties { get; set; }

    /// <summary>How many items have to fit <c>contains</c>; 1 when nothing is said.</summary>
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

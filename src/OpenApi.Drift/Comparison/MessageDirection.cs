namespace OpenApi.Drift.Comparison;

/// <summary>Whether a schema is used in a request or a response, which determines the effect of read-only and write-only.</summary>
internal enum MessageDirection
{
    Request,
    Response,

    /// <summary>The schemas are compared for equality, so every property is compared.</summary>
    Either,
}

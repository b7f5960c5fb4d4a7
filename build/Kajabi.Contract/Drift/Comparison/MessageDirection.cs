namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Which way a schema travels, which decides what read-only and write-only leave of it.</summary>
internal enum MessageDirection
{
    Request,
    Response,

    /// <summary>Compared for equality, so everything counts.</summary>
    Either,
}

namespace Kajabi.Resilience.Internal;

/// <summary>The kind of a request, which determines whether it can be retried.</summary>
internal enum RequestKind
{
    /// <summary>A GET or HEAD.</summary>
    Read,

    /// <summary>
    /// Deletes a resource, or grants or revokes with an offer link. A duplicate has no effect, but gets another response, such as a 404.
    /// </summary>
    IdempotentWrite,

    /// <summary>Requests a token. A duplicate has no effect.</summary>
    TokenRequest,

    /// <summary>Any other request. A duplicate may send an email or grant an offer twice.</summary>
    Write,
}

namespace Kajabi.Resilience.Internal;

/// <summary>What a call does, as far as its repetition is concerned.</summary>
internal enum RequestKind
{
    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>It deletes a resource: twice does no more than once, though the second time may be answered with 404.</summary>
    Deletion,

    /// <summary>It gets a token; one too many does no harm.</summary>
    TokenRequest,

    /// <summary>Anything else: twice may send a mail or grant an offer twice.</summary>
    Write,
}

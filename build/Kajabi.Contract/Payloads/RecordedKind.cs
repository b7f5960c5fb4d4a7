namespace Kajabi.Contract.Payloads;

/// <summary>What a recorded document was.</summary>
internal enum RecordedKind
{
    /// <summary>The body of a request.</summary>
    Request,

    /// <summary>The body of an answer.</summary>
    Response,

    /// <summary>What a webhook delivers: an event with its payload.</summary>
    Delivery,
}

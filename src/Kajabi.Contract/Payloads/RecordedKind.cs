namespace Kajabi.Contract.Payloads;

/// <summary>The kind of a recorded document.</summary>
internal enum RecordedKind
{
    /// <summary>A request body.</summary>
    Request,

    /// <summary>A response body.</summary>
    Response,

    /// <summary>A webhook delivery: an event with its payload.</summary>
    Delivery,
}

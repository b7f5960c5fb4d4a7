namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>How the presence marks of members (received, assigned) are read and written.</summary>
internal enum PresenceMarks
{
    /// <summary>Neither read nor written, as in requests, responses and deliveries: all members count as received.</summary>
    None,

    /// <summary>Members without a mark are received, as in documents and resources.</summary>
    Received,

    /// <summary>Members without a mark are assigned, as in an attributes object on its own, which is a change to send.</summary>
    Assigned,
}

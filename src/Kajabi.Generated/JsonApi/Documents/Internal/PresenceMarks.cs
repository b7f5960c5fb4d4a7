namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>How the presence marks of members (received, assigned) are read and written.</summary>
internal enum PresenceMarks
{
    /// <summary>Not at all, as in requests, responses and deliveries: every member that is read counts as received.</summary>
    None,

    /// <summary>A member without a mark was received, as in documents and resources.</summary>
    Received,

    /// <summary>A member without a mark was assigned, as in an attributes object on its own, which is a change to send.</summary>
    Assigned,
}

namespace Kajabi.JsonApi;

/// <summary>Which members of a document are written.</summary>
public enum JsonApiSerializationMode
{
    /// <summary>
    /// What your code assigned, null included, and nothing that Kajabi sets by itself: the body of a create or
    /// an update.
    /// </summary>
    ChangedOnly,

    /// <summary>Everything that was received or assigned, so that a document written back equals what was read.</summary>
    Full,
}

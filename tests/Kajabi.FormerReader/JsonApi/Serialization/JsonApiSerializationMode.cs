namespace Kajabi.JsonApi;

/// <summary>Which members of a document are serialized.</summary>
public enum JsonApiSerializationMode
{
    /// <summary>
    /// Only members assigned by your code, including null; read-only members are skipped. The request body of a create or update.
    /// </summary>
    ChangedOnly,

    /// <summary>All received and assigned members, so that serializing a deserialized document returns the same JSON.</summary>
    Full,
}

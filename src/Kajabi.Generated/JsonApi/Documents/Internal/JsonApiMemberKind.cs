namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The kind of value of a declared member, with the name of the method of <see cref="JsonApiReader"/> that reads it.</summary>
internal enum JsonApiMemberKind
{
    /// <summary>A text, or an id.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Int64,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>A date with a time.</summary>
    DateTime,

    /// <summary>A date without a time.</summary>
    Date,

    /// <summary>A text with known values.</summary>
    Enum,

    /// <summary>A list of texts.</summary>
    StringList,

    /// <summary>A list of objects.</summary>
    ObjectList,

    /// <summary>An object with declared members.</summary>
    Object,

    /// <summary>An object without declared members.</summary>
    JsonApiObject,
}

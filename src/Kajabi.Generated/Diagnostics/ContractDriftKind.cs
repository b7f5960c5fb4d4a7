namespace Kajabi;

/// <summary>What kind of departure from the contract a <see cref="ContractDrift"/> is.</summary>
public enum ContractDriftKind
{
    /// <summary>A member that the contract does not declare; it is kept and reached by name.</summary>
    UnknownMember,

    /// <summary>A value that a declared enumeration does not list; it is its string.</summary>
    UnknownEnumValue,

    /// <summary>A resource type that the contract does not know; it is an <see cref="UnknownResource"/>.</summary>
    UnknownResourceType,

    /// <summary>JSON of another type than declared; its property reads as null where no conversion is safe, and the JSON is kept.</summary>
    TypeMismatch,
}

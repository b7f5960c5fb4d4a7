namespace Kajabi;

/// <summary>The kind of a <see cref="ContractDrift"/>.</summary>
public enum ContractDriftKind
{
    /// <summary>A member that the OpenAPI document does not declare. It is kept and can be read by name.</summary>
    UnknownMember,

    /// <summary>A value that a declared enumeration does not list. The enumeration has the raw string.</summary>
    UnknownEnumValue,

    /// <summary>A resource type that the OpenAPI document does not declare. The resource is an <see cref="UnknownResource"/>.</summary>
    UnknownResourceType,

    /// <summary>
    /// The JSON type differs from the declared one. The property is null unless a safe conversion exists; the raw JSON is kept.
    /// </summary>
    TypeMismatch,
}

namespace Kajabi.Contract.Compose.Model;

/// <summary>What a caller has to say of a JSON:API body; the envelope around it follows.</summary>
/// <param name="AttributesType">The class of the attributes; null for linkage.</param>
/// <param name="LinkageType">The wire type of the identifiers; null for a resource.</param>
/// <param name="OwnerName">The C# relationship that a new resource needs, such as <c>Site</c>; null when it needs none.</param>
/// <param name="OwnerType">The wire type at its end.</param>
/// <param name="HasWelcomeEmail">Whether the body says if the customer is mailed.</param>
internal sealed record FlattenedBodyModel(
    string? AttributesType,
    string? LinkageType,
    string? OwnerName,
    string? OwnerType,
    bool HasWelcomeEmail
);

namespace Kajabi.Composer.Model;

/// <summary>The parts of a JSON:API request body that become method parameters.</summary>
/// <param name="AttributesType">The class of the attributes; null for resource linkage.</param>
/// <param name="LinkageType">The resource type of the identifiers; null for a resource.</param>
/// <param name="Owner">The to-one relationship that a new resource requires, such as <c>site</c>, with its type; null for none.</param>
/// <param name="HasWelcomeEmail">Whether the body contains an option for a welcome e-mail.</param>
internal sealed record FlattenedBodyModel(string? AttributesType, string? LinkageType, RelationshipModel? Owner, bool HasWelcomeEmail);

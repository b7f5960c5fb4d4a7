using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>A relationship of a resource type.</summary>
/// <param name="ApiName">The JSON name.</param>
/// <param name="Name">The C# property.</param>
/// <param name="TargetType">The target type; null if it is unknown.</param>
/// <param name="IsToMany">Whether it is a to-many relationship.</param>
/// <param name="Description">The description.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="DeprecationReason">Why it is deprecated and what to use instead; null if the document does not state it.</param>
/// <param name="Location">The schema in the OpenAPI document, for messages.</param>
internal sealed record RelationshipModel(
    string ApiName,
    string Name,
    string? TargetType,
    bool IsToMany,
    string? Description,
    bool IsDeprecated,
    string? DeprecationReason,
    JToken Location
);

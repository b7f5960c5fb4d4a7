using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>An attribute or a member of a nested object.</summary>
/// <param name="ApiName">The JSON name.</param>
/// <param name="Name">The C# property.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Reader">The runtime method that reads the value.</param>
/// <param name="Schema">The schema in the composed document.</param>
/// <param name="Location">The schema in the OpenAPI document, for messages.</param>
/// <param name="DeprecationReason">Why it is deprecated and what to use instead; null if the document does not state it.</param>
internal sealed record MemberModel(
    string ApiName,
    string Name,
    string Type,
    string Reader,
    JObject Schema,
    JToken Location,
    string? DeprecationReason
);

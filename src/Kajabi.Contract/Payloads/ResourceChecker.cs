using Kajabi.Composer.Model;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Compares a JSON:API resource with the declaration of its type.</summary>
/// <param name="model">The composed model.</param>
/// <param name="deviations">Receives the deviations.</param>
internal sealed class ResourceChecker(ComposedModel model, DeviationCollector deviations)
{
    private static readonly HashSet<string> s_members = ["type", "id", "lid", "attributes", "relationships", "links", "meta"];

    private readonly ValueChecker _values = new(deviations);
    private readonly RelationshipChecker _relationships = new(model, deviations);

    /// <param name="token">The resource.</param>
    /// <param name="location">The location of the resource.</param>
    /// <param name="expected">The expected type; null for any declared type.</param>
    /// <param name="own">The schema of the operation, for its required members; null if it declares none.</param>
    /// <param name="isRequest">Whether the resource is in a request, where a new resource has no id.</param>
    /// <param name="isSparse">Whether a sparse fieldset was requested, so that missing members are no deviation.</param>
    public void Check(
        JToken token,
        PayloadLocation location,
        ResourceModel? expected,
        SchemaNode? own,
        bool isRequest,
        bool isSparse = false
    )
    {
        if (token is not JObject resource)
        {
            deviations.AddWrongType(location, token, "object", "A resource must be an object.");
            return;
        }

        CheckIdentity(resource, location, own, isRequest);
        foreach (JProperty member in resource.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location.Member(member.Name),
                member,
                "no member of a resource",
                JsonKind.FromValue(member.Value),
                $"`{member.Name}` is not a member of a resource object."
            );
        }

        string? actualType = resource["type"] is JValue { Value: string text } ? text : null;
        if (expected is not null && actualType is not null && actualType != expected.ResourceType)
        {
            deviations.Add(
                PayloadRules.UnknownResourceType,
                location.Member("type"),
                resource["type"]!,
                expected.ResourceType,
                actualType,
                $"The resource type is `{actualType}` instead of `{expected.ResourceType}`.",
                OverlaySuggestions.SetResourceType(own, actualType)
            );
        }

        ResourceModel? type = actualType is null ? expected : model.Resources.GetValueOrDefault(actualType);
        if (type is null && actualType is not null && expected is null)
        {
            deviations.Add(
                PayloadRules.UnknownResourceType,
                location.Member("type"),
                resource["type"]!,
                "a type of the contract",
                actualType,
                $"The OpenAPI document does not declare the resource type `{actualType}`.",
                OverlaySuggestions.ResourceType(actualType)
            );
        }

        if ((type ?? expected) is { } known)
        {
            CheckMembers(resource, location, known, own, isSparse);
        }
    }

    private void CheckIdentity(JObject resource, PayloadLocation location, SchemaNode? own, bool isRequest)
    {
        foreach (string name in (string[])["type", "id"])
        {
            JToken? value = resource[name];
            bool isRequired = !isRequest || name == "type" || (own?["required"] as JArray)?.Values<string>().Contains(name) == true;
            if (value is null)
            {
                if (isRequired)
                {
                    deviations.Add(
                        PayloadRules.MissingMember,
                        location.Member(name),
                        resource,
                        "required",
                        null,
                        $"The resource has no `{name}`."
                    );
                }
            }
            else if (value.Type == JTokenType.Null)
            {
                deviations.Add(
                    PayloadRules.UnexpectedNull,
                    location.Member(name),
                    value,
                    "string",
                    "null",
                    $"The `{name}` of a resource is null."
                );
            }
            else if (value.Type != JTokenType.String)
            {
                deviations.Add(
                    PayloadRules.WrongJsonType,
                    location.Member(name),
                    value,
                    "string",
                    JsonKind.FromValue(value),
                    $"The `{name}` of a resource must be a string."
                );
            }
        }
    }

    private void CheckMembers(JObject resource, PayloadLocation location, ResourceModel type, SchemaNode? own, bool isSparse)
    {
        // Primary data must have the members that its operation requires; an included resource those that every operation requires.
        IReadOnlyList<SchemaNode> requiring = own?.Property("attributes") is { } operationAttributes
            ? [operationAttributes]
            : type.AttributeSchemas;
        switch (resource["attributes"])
        {
            case JObject attributes:
                _values.CheckMembers(
                    type.AttributeSchemas,
                    attributes,
                    location.Member("attributes"),
                    PayloadRules.UnknownAttribute,
                    type.ResourceType
                );
                if (!isSparse)
                {
                    _values.CheckRequired(requiring, attributes, location.Member("attributes"));
                }

                break;
            case { } other:
                deviations.AddWrongType(location.Member("attributes"), other, "object", "The attributes of a resource must be an object.");
                break;
        }

        if (own is not null)
        {
            _values.CheckRequired([own], WithoutIdentity(resource), location);
        }

        if (resource["relationships"] is { } relationships)
        {
            _relationships.Check(relationships, location.Member("relationships"), type, own?.Property("relationships"));
        }

        if (resource["links"] is { } links)
        {
            LinkChecker.Check(links, location.Member("links"), deviations);
        }
    }

    // Type and id are checked separately, with their JSON types.
    private static JObject WithoutIdentity(JObject resource)
    {
        JObject rest = new(resource);
        rest["type"] ??= string.Empty;
        rest["id"] ??= string.Empty;
        return rest;
    }
}

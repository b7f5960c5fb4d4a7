using Kajabi.Contract.Compose;
using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Holds one JSON:API resource against what the contract says of its type.</summary>
/// <param name="model">The contract.</param>
/// <param name="departures">Takes what differs.</param>
internal sealed class ResourceChecker(ComposedModel model, DeviationCollector departures)
{
    private static readonly HashSet<string> s_members = ["type", "id", "lid", "attributes", "relationships", "links", "meta"];

    private readonly ValueChecker _values = new(departures);
    private readonly RelationshipChecker _relationships = new(model, departures);

    /// <param name="token">The resource.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="expected">The type that has to stand there; null for any that the contract knows.</param>
    /// <param name="own">What the operation itself says of the resource, for what it requires; null when it says nothing.</param>
    /// <param name="isRequest">Whether a caller sends it: a new resource has no id yet.</param>
    /// <param name="isSparse">Whether the caller asked for some members alone, so that none can be missed.</param>
    public void Check(JToken token, PayloadLocation place, ResourceModel? expected, SchemaNode? own, bool isRequest, bool isSparse = false)
    {
        if (token is not JObject resource)
        {
            departures.Add(
                JsonKind.Of(token) == "null" ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                token,
                "object",
                JsonKind.Of(token),
                "A resource is an object."
            );
            return;
        }

        CheckIdentity(resource, place, own, isRequest);
        foreach (JProperty member in resource.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            departures.Add(
                Rule.UnknownMember,
                place.Member(member.Name),
                member,
                "no member of a resource",
                JsonKind.Of(member.Value),
                $"`{member.Name}` stands beside the attributes of a resource."
            );
        }

        string? wireType = resource["type"] is JValue { Value: string text } ? text : null;
        if (expected is not null && wireType is not null && wireType != expected.ResourceType)
        {
            departures.Add(
                Rule.UnknownResourceType,
                place.Member("type"),
                resource["type"]!,
                expected.ResourceType,
                wireType,
                $"A resource of type `{wireType}` stands where `{expected.ResourceType}` belong.",
                Suggest.TypeOf(own, wireType)
            );
        }

        ResourceModel? type = wireType is null ? expected : model.Resources.GetValueOrDefault(wireType);
        if (type is null && wireType is not null && expected is null)
        {
            departures.Add(
                Rule.UnknownResourceType,
                place.Member("type"),
                resource["type"]!,
                "a type of the contract",
                wireType,
                $"The contract knows no resources of type `{wireType}`.",
                Suggest.ResourceType(wireType)
            );
        }

        if ((type ?? expected) is { } known)
        {
            CheckMembers(resource, place, known, own, isSparse);
        }
    }

    private void CheckIdentity(JObject resource, PayloadLocation place, SchemaNode? own, bool isRequest)
    {
        foreach (string name in (string[])["type", "id"])
        {
            JToken? value = resource[name];
            bool isRequired = !isRequest || name == "type" || (own?["required"] as JArray)?.Values<string>().Contains(name) == true;
            if (value is null)
            {
                if (isRequired)
                {
                    departures.Add(Rule.MissingMember, place.Member(name), resource, "required", null, $"A resource without `{name}`.");
                }
            }
            else if (value.Type == JTokenType.Null)
            {
                departures.Add(Rule.UnexpectedNull, place.Member(name), value, "string", "null", $"The `{name}` of a resource is null.");
            }
            else if (value.Type != JTokenType.String)
            {
                departures.Add(
                    Rule.WrongJsonType,
                    place.Member(name),
                    value,
                    "string",
                    JsonKind.Of(value),
                    $"The `{name}` of a resource is no string."
                );
            }
        }
    }

    private void CheckMembers(JObject resource, PayloadLocation place, ResourceModel type, SchemaNode? own, bool isSparse)
    {
        // An answer about one operation keeps what that operation requires; an included resource what every operation does.
        IReadOnlyList<SchemaNode> requiring = own?.Property("attributes") is { } attributesOfOperation
            ? [attributesOfOperation]
            : type.AttributeSchemas;
        switch (resource["attributes"])
        {
            case JObject attributes:
                _values.CheckMembers(
                    type.AttributeSchemas,
                    attributes,
                    place.Member("attributes"),
                    Rule.UnknownAttribute,
                    type.ResourceType
                );
                if (!isSparse)
                {
                    _values.Required(requiring, attributes, place.Member("attributes"));
                }

                break;
            case { } other:
                departures.Add(
                    other.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                    place.Member("attributes"),
                    other,
                    "object",
                    JsonKind.Of(other),
                    "The attributes of a resource are an object."
                );
                break;
        }

        if (own is not null)
        {
            _values.Required([own], WithoutIdentity(resource), place);
        }

        if (resource["relationships"] is { } relationships)
        {
            _relationships.Check(relationships, place.Member("relationships"), type, own?.Property("relationships"));
        }

        if (resource["links"] is { } links)
        {
            LinkChecker.Check(links, place.Member("links"), departures);
        }
    }

    // What identifies a resource is checked apart, with its JSON types.
    private static JObject WithoutIdentity(JObject resource)
    {
        JObject rest = new(resource);
        rest["type"] ??= string.Empty;
        rest["id"] ??= string.Empty;
        return rest;
    }
}

using Kajabi.Contract.Compose;
using Kajabi.Contract.Compose.Model;
using Kajabi.Contract.Diagnostics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Holds relationships and linkage against where the contract says that they lead.</summary>
/// <param name="model">The contract.</param>
/// <param name="departures">Takes what differs.</param>
internal sealed class RelationshipChecker(ComposedModel model, DeviationCollector departures)
{
    private static readonly HashSet<string> s_members = ["data", "links", "meta"];
    private static readonly HashSet<string> s_identifierMembers = ["type", "id", "lid", "meta"];

    public void Check(JToken token, PayloadLocation place, ResourceModel owner, SchemaNode? own)
    {
        if (token is not JObject relationships)
        {
            departures.Add(
                token.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                token,
                "object",
                JsonKind.Of(token),
                "The relationships of a resource are an object."
            );
            return;
        }

        if (own is not null)
        {
            new ValueChecker(departures).Required([own], relationships, place);
        }

        foreach (JProperty member in relationships.Properties())
        {
            PayloadLocation at = place.Member(member.Name);
            if (owner.Relationships.TryGetValue(member.Name, out RelationshipModel? declared))
            {
                CheckOne(member.Value, at, declared, owner);
            }
            else if (owner.RelationshipSchemas.Count > 0 || owner.AttributeSchemas.Count > 0)
            {
                (string? type, bool isMany) = Leads(member);
                departures.Add(
                    Rule.UnknownRelationship,
                    at,
                    member,
                    $"{owner.ResourceType} without {member.Name}",
                    type ?? JsonKind.Of(member.Value),
                    $"`{owner.ResourceType}` have no relationship `{member.Name}` by the contract.",
                    Suggest.Relationship(owner.RelationshipSchemas, member.Name, type, isMany)
                );
            }
        }
    }

    /// <summary>Linkage: one identifier or null, or a list of them.</summary>
    /// <param name="data">The linkage.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isMany">Whether it is a list.</param>
    /// <param name="type">The type at its end; null when nobody says.</param>
    /// <param name="schema">What declares it, for the suggestion that it is a list.</param>
    public void CheckLinkage(JToken data, PayloadLocation place, bool isMany, string? type, SchemaNode? schema)
    {
        switch (data)
        {
            case JArray items:
                if (!isMany)
                {
                    departures.Add(
                        Rule.WrongJsonType,
                        place,
                        data,
                        "object",
                        "array",
                        "A list stands where the contract declares one resource.",
                        Suggest.ToMany(schema)
                    );
                }

                foreach (JToken item in items)
                {
                    CheckIdentifier(item, place.Each(), type);
                }

                break;
            case { Type: JTokenType.Null } when !isMany:
                break;
            case { } when isMany:
                departures.Add(
                    data.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                    place,
                    data,
                    "array",
                    JsonKind.Of(data),
                    "The contract declares a list here."
                );
                break;
            case { } one:
                CheckIdentifier(one, place, type);
                break;
        }
    }

    private void CheckOne(JToken token, PayloadLocation place, RelationshipModel declared, ResourceModel owner)
    {
        if (token is not JObject relationship)
        {
            departures.Add(
                token.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                token,
                "object",
                JsonKind.Of(token),
                "A relationship is an object."
            );
            return;
        }

        foreach (JProperty member in relationship.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            departures.Add(
                Rule.UnknownMember,
                place.Member(member.Name),
                member,
                "no member of a relationship",
                JsonKind.Of(member.Value),
                $"`{member.Name}` stands in a relationship."
            );
        }

        if (relationship["data"] is { } data)
        {
            SchemaNode? schema = owner
                .RelationshipSchemas.Select(schemas => schemas.Property(declared.ApiName))
                .OfType<SchemaNode>()
                .FirstOrDefault();
            CheckLinkage(data, place.Member("data"), declared.IsToMany, declared.TargetType, schema);
        }

        if (relationship["links"] is { } links)
        {
            LinkChecker.Check(links, place.Member("links"), departures);
        }
    }

    private void CheckIdentifier(JToken token, PayloadLocation place, string? type)
    {
        if (token is not JObject identifier)
        {
            departures.Add(
                token.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                place,
                token,
                "object",
                JsonKind.Of(token),
                "A resource identifier is an object."
            );
            return;
        }

        foreach (JProperty member in identifier.Properties().Where(static member => !s_identifierMembers.Contains(member.Name)))
        {
            departures.Add(
                Rule.UnknownMember,
                place.Member(member.Name),
                member,
                "no member of an identifier",
                JsonKind.Of(member.Value),
                $"`{member.Name}` stands in a resource identifier."
            );
        }

        foreach (string name in (string[])["type", "id"])
        {
            if (identifier[name] is not { } value)
            {
                departures.Add(
                    Rule.MissingMember,
                    place.Member(name),
                    identifier,
                    "required",
                    null,
                    $"A resource identifier without `{name}`."
                );
            }
            else if (value.Type != JTokenType.String)
            {
                departures.Add(
                    value.Type == JTokenType.Null ? Rule.UnexpectedNull : Rule.WrongJsonType,
                    place.Member(name),
                    value,
                    "string",
                    JsonKind.Of(value),
                    $"The `{name}` of a resource identifier is no string."
                );
            }
        }

        if (identifier["type"] is JValue { Value: string seen })
        {
            if (type is not null && seen != type)
            {
                departures.Add(
                    Rule.UnknownResourceType,
                    place.Member("type"),
                    identifier["type"]!,
                    type,
                    seen,
                    $"The relationship leads to `{seen}` and not to `{type}`."
                );
            }
            else if (!model.Resources.ContainsKey(seen))
            {
                departures.Add(
                    Rule.UnknownResourceType,
                    place.Member("type"),
                    identifier["type"]!,
                    "a type of the contract",
                    seen,
                    $"The contract knows no resources of type `{seen}`.",
                    Suggest.ResourceType(seen)
                );
            }
        }
    }

    /// <summary>Where an undeclared relationship leads: by its linkage or, where it has none, by its name.</summary>
    private (string? Type, bool IsMany) Leads(JProperty relationship)
    {
        JToken? data = (relationship.Value as JObject)?["data"];
        JToken? one = data is JArray list ? list.FirstOrDefault() : data;
        if ((one as JObject)?["type"] is JValue { Value: string type })
        {
            return (type, data is JArray);
        }

        string name = relationship.Name;
        return model.Resources.ContainsKey(name)
            ? (name, true)
            : (model.Resources.Values.FirstOrDefault(resource => resource.Name == Naming.Pascal(name))?.ResourceType, false);
    }
}

using Kajabi.Composer.Model;
using Kajabi.Composer.Naming;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Payloads;

/// <summary>Compares relationships and resource linkage with the declared target types.</summary>
/// <param name="model">The composed model.</param>
/// <param name="deviations">Receives the deviations.</param>
internal sealed class RelationshipChecker(ComposedModel model, DeviationCollector deviations)
{
    private static readonly HashSet<string> s_members = ["data", "links", "meta"];
    private static readonly HashSet<string> s_identifierMembers = ["type", "id", "lid", "meta"];

    public void Check(JToken token, PayloadLocation location, ResourceModel owner, SchemaNode? own)
    {
        if (token is not JObject relationships)
        {
            deviations.AddWrongType(location, token, "object", "The relationships of a resource must be an object.");
            return;
        }

        if (own is not null)
        {
            new ValueChecker(deviations).CheckRequired([own], relationships, location);
        }

        foreach (JProperty member in relationships.Properties())
        {
            PayloadLocation at = location.Member(member.Name);
            if (owner.Relationships.TryGetValue(member.Name, out RelationshipModel? declared))
            {
                CheckOne(member.Value, at, declared, owner);
            }
            else if (owner.RelationshipSchemas.Count > 0 || owner.AttributeSchemas.Count > 0)
            {
                (string? type, bool isMany) = FindTarget(member);
                deviations.Add(
                    PayloadRules.UnknownRelationship,
                    at,
                    member,
                    $"{owner.ResourceType} without {member.Name}",
                    type ?? JsonKind.FromValue(member.Value),
                    $"The OpenAPI document declares no relationship `{member.Name}` of `{owner.ResourceType}`.",
                    OverlaySuggestions.Relationship(owner.RelationshipSchemas, member.Name, type, isMany)
                );
            }
        }
    }

    /// <summary>Checks resource linkage: an identifier, null, or an array of identifiers.</summary>
    /// <param name="data">The linkage.</param>
    /// <param name="location">The location of the linkage.</param>
    /// <param name="isMany">Whether it must be an array.</param>
    /// <param name="type">The target type; null if it is unknown.</param>
    /// <param name="schema">The schema of the relationship, for the suggested overlay action.</param>
    public void CheckLinkage(JToken data, PayloadLocation location, bool isMany, string? type, SchemaNode? schema)
    {
        switch (data)
        {
            case JArray items:
                if (!isMany)
                {
                    deviations.Add(
                        PayloadRules.WrongJsonType,
                        location,
                        data,
                        "object",
                        "array",
                        "The value is an array, but the OpenAPI document declares a single resource.",
                        OverlaySuggestions.ToMany(schema)
                    );
                }

                foreach (JToken item in items)
                {
                    CheckIdentifier(item, location.Each(), type);
                }

                break;
            case { Type: JTokenType.Null } when !isMany:
                break;
            case { } when isMany:
                deviations.AddWrongType(location, data, "array", "The OpenAPI document declares an array here.");
                break;
            case { } one:
                CheckIdentifier(one, location, type);
                break;
        }
    }

    private void CheckOne(JToken token, PayloadLocation location, RelationshipModel declared, ResourceModel owner)
    {
        if (token is not JObject relationship)
        {
            deviations.AddWrongType(location, token, "object", "A relationship must be an object.");
            return;
        }

        foreach (JProperty member in relationship.Properties().Where(static member => !s_members.Contains(member.Name)))
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location.Member(member.Name),
                member,
                "no member of a relationship",
                JsonKind.FromValue(member.Value),
                $"`{member.Name}` is not a member of a relationship object."
            );
        }

        if (relationship["data"] is { } data)
        {
            SchemaNode? schema = owner
                .RelationshipSchemas.Select(schemas => schemas.Property(declared.ApiName))
                .OfType<SchemaNode>()
                .FirstOrDefault();
            CheckLinkage(data, location.Member("data"), declared.IsToMany, declared.TargetType, schema);
        }

        if (relationship["links"] is { } links)
        {
            LinkChecker.Check(links, location.Member("links"), deviations);
        }
    }

    private void CheckIdentifier(JToken token, PayloadLocation location, string? type)
    {
        if (token is not JObject identifier)
        {
            deviations.AddWrongType(location, token, "object", "A resource identifier must be an object.");
            return;
        }

        foreach (JProperty member in identifier.Properties().Where(static member => !s_identifierMembers.Contains(member.Name)))
        {
            deviations.Add(
                PayloadRules.UnknownMember,
                location.Member(member.Name),
                member,
                "no member of an identifier",
                JsonKind.FromValue(member.Value),
                $"`{member.Name}` is not a member of a resource identifier."
            );
        }

        foreach (string name in (string[])["type", "id"])
        {
            if (identifier[name] is not { } value)
            {
                deviations.Add(
                    PayloadRules.MissingMember,
                    location.Member(name),
                    identifier,
                    "required",
                    null,
                    $"The resource identifier has no `{name}`."
                );
            }
            else if (value.Type != JTokenType.String)
            {
                deviations.AddWrongType(location.Member(name), value, "string", $"The `{name}` of a resource identifier must be a string.");
            }
        }

        if (identifier["type"] is JValue { Value: string actual })
        {
            if (type is not null && actual != type)
            {
                deviations.Add(
                    PayloadRules.UnknownResourceType,
                    location.Member("type"),
                    identifier["type"]!,
                    type,
                    actual,
                    $"The target type of the relationship is `{actual}` instead of `{type}`."
                );
            }
            else if (!model.Resources.ContainsKey(actual))
            {
                deviations.Add(
                    PayloadRules.UnknownResourceType,
                    location.Member("type"),
                    identifier["type"]!,
                    "a type of the contract",
                    actual,
                    $"The OpenAPI document does not declare the resource type `{actual}`.",
                    OverlaySuggestions.ResourceType(actual)
                );
            }
        }
    }

    /// <summary>Returns the target type of an undeclared relationship, from its linkage or else from its name.</summary>
    private (string? Type, bool IsMany) FindTarget(JProperty relationship)
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
            : (model.Resources.Values.FirstOrDefault(resource => resource.Name == CSharpName.Pascal(name))?.ResourceType, false);
    }
}

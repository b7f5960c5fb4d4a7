using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>The attributes and relationships that resources of a type have.</summary>
/// <param name="Attributes">
/// The attributes with their default values as JSON. The text <c>now</c> of a time is replaced by the current time.
/// </param>
/// <param name="Relationships">The relationships.</param>
internal sealed record ResourceTemplate(string Attributes, params RelationshipTemplate[] Relationships)
{
    /// <summary>Attributes that the API has as a number or as a text.</summary>
    private static readonly string[] s_untyped = ["net_revenue", "resource_id"];

    /// <summary>Adds the attributes and relationships that a resource does not have.</summary>
    public void Complete(SandboxResource resource, string now)
    {
        foreach ((string name, JsonNode? value) in CreateAttributes(now))
        {
            if (!resource.Attributes.ContainsKey(name))
            {
                resource.Attributes[name] = value?.DeepClone();
            }
        }

        foreach (RelationshipTemplate relationship in Relationships)
        {
            if (!resource.Relationships.ContainsKey(relationship.Name))
            {
                resource.Relationships[relationship.Name] = new SandboxRelationship(relationship.Target, relationship.IsToMany, []);
            }
        }
    }

    public JsonObject CreateAttributes(string now)
    {
        JsonObject attributes = (JsonObject)JsonNode.Parse(Attributes)!;
        foreach (
            string name in attributes
                .Where(static pair => pair.Key.EndsWith("_at", StringComparison.Ordinal))
                .Select(static pair => pair.Key)
                .ToList()
        )
        {
            if (attributes[name] is not null)
            {
                attributes[name] = now;
            }
        }

        return attributes;
    }

    /// <summary>Returns what is wrong with the type of an attribute; null if nothing is, or the type is not known.</summary>
    public string? FindProblem(JsonObject attributes)
    {
        JsonObject expected = (JsonObject)JsonNode.Parse(Attributes)!;
        foreach ((string name, JsonNode? value) in attributes)
        {
            if (value is not null && expected[name] is { } sample && !s_untyped.Contains(name) && !IsSameKind(value, sample))
            {
                return $"the attribute {name} is {Describe(sample)} in the API, and {Describe(value)} here";
            }

            if (name.EndsWith("_at", StringComparison.Ordinal) && value is not null && !DateTimeOffset.TryParse(value.ToString(), out _))
            {
                return $"the attribute {name} is a time such as 2026-01-05T12:00:00.000Z, and '{value}' here";
            }
        }

        return null;
    }

    private static bool IsSameKind(JsonNode value, JsonNode sample) => Describe(value) == Describe(sample);

    private static string Describe(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => "a Boolean",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "a text",
            JsonValueKind.Array => "an array",
            _ => "an object",
        };
}

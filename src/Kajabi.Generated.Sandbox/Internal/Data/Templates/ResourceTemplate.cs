using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The attributes and relationships that resources of a type have.</summary>
/// <param name="Attributes">
/// The attributes with their default values as JSON. The text <c>now</c> of a time is replaced by the current time.
/// </param>
/// <param name="Relationships">The relationships.</param>
internal sealed record ResourceTemplate(string Attributes, params RelationshipTemplate[] Relationships)
{
    /// <summary>Attributes that the API has as a number or as a text.</summary>
    private static readonly string[] s_untyped = ["net_revenue", "resource_id"];

    // More than any amount in cents, and small enough for sums.
    private const decimal MaxNumber = 1_000_000_000_000_000;

    /// <summary>The names of the attributes, without most custom fields.</summary>
    public IReadOnlyList<string> Names { get; } = [.. ((JsonObject)JsonNode.Parse(Attributes)!).Select(static pair => pair.Key)];

    /// <summary>Returns whether the API has an attribute. Types without declared attributes can have any.</summary>
    public bool HasAttribute(string name) =>
        Names.Count == 0
        || Names.Contains(name)
        || (ContactAttributes.IsCustomField(name) && Names.Contains(ContactAttributes.CustomFields[0]));

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
                return $"the attribute {name} is {Describe(sample)} in the API, and {Describe(value)} here.";
            }

            if (name.EndsWith("_at", StringComparison.Ordinal) && value is not null && !DateTimeOffset.TryParse(value.ToString(), out _))
            {
                return $"the attribute {name} is a time such as 2026-01-05T12:00:00.000Z, and '{value}' here.";
            }

            if (name.EndsWith("_in_cents", StringComparison.Ordinal) && value is not null && !IsWhole(value))
            {
                return $"the attribute {name} is a whole number of cents, and {value.ToJsonString()} here.";
            }
        }

        return null;
    }

    /// <summary>
    /// Returns what is wrong with a relationship that the API does not have, as <see cref="FindUnknown"/> for attributes.
    /// </summary>
    public string? FindUnknownRelationship(string type, IReadOnlyCollection<string> names, bool isStrict)
    {
        string[] known = [.. Relationships.Select(static relationship => relationship.Name)];
        string[] missing = [.. known.Except(names)];
        foreach (string name in names.Except(known))
        {
            string? meant = Suggestion.FindMisspelled(name, missing);
            if (meant is not null || isStrict)
            {
                meant ??= Suggestion.Find(name, missing);
                string remedy = meant is null
                    ? $" Those of {type} are {string.Join(", ", known.Order(StringComparer.Ordinal))}."
                    : Suggestion.Ask(meant);
                return $"the API has no relationship {name}.{(meant is null && known.Length == 0 ? string.Empty : remedy)}";
            }
        }

        return null;
    }

    /// <summary>
    /// Returns what is wrong with an attribute that the API does not have; null if there is none, or if it is kept because it is no
    /// misspelling: the API can have new attributes.
    /// </summary>
    /// <param name="attributes">The attributes.</param>
    /// <param name="isStrict">Whether each unknown attribute is wrong.</param>
    /// <param name="candidates">The names that can be meant.</param>
    public string? FindUnknown(JsonObject attributes, bool isStrict, IReadOnlyList<string> candidates)
    {
        foreach (string name in attributes.Select(static pair => pair.Key).Where(name => !HasAttribute(name)))
        {
            string? meant = Suggestion.FindMisspelled(name, candidates);
            if (meant is not null || isStrict)
            {
                string reason = meant is null ? " IsStrict rejects each attribute that the API does not have." : string.Empty;
                return $"the API has no attribute {name}.{reason}{Suggestion.Ask(meant ?? Suggestion.Find(name, candidates))}";
            }
        }

        return null;
    }

    private static bool IsWhole(JsonNode value) =>
        decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && decimal.IsInteger(number)
        && Math.Abs(number) <= MaxNumber;

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

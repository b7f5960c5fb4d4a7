using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Reads resource objects. Related resources that are written in full are read as included ones.</summary>
internal sealed class ResourceReader
{
    private static readonly string[] s_members = ["type", "id", "attributes", "relationships", "links", "meta"];

    private readonly List<LoadedResource> _resources = [];

    /// <summary>The resources that were read.</summary>
    public IReadOnlyList<LoadedResource> Resources => _resources;

    /// <param name="utf8">The JSON of the resource.</param>
    /// <param name="line">The line on which it starts.</param>
    /// <param name="isIncluded">Whether it is included in a document.</param>
    /// <exception cref="SandboxDataException">The resource is invalid.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public void Read(ReadOnlyMemory<byte> utf8, int line, bool isIncluded)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        Read(document.RootElement, line, isIncluded);
    }

    private void Read(JsonElement json, int line, bool isIncluded)
    {
        if (ReadIdentifier(json, line) is not { } identifier)
        {
            throw CreateError(
                "a resource is an object with the members type and id, such as {\"type\":\"contacts\",\"id\":\"123\"}.",
                line
            );
        }

        LoadedResource read = new(identifier.Type, identifier.Id, line, isIncluded);
        JsonObject members;
        try
        {
            members = (JsonObject)JsonElementReader.Read(json, string.Empty)!;
        }
        catch (JsonException exception)
        {
            throw read.CreateError(exception.Message);
        }

        Read(read, members);
    }

    private void Read(LoadedResource resource, JsonObject members)
    {
        if (
            members.Select(static member => member.Key).FirstOrDefault(name => IsMisspelled(name, members)) is { } unknown
            && Suggestion.FindMisspelled(unknown, s_members) is { } meant
        )
        {
            throw resource.CreateError($"a resource has no member {unknown}.{Suggestion.Ask(meant)}");
        }

        resource.Attributes = (JsonObject)GetObject(resource, members, "attributes").DeepClone();
        _resources.Add(resource);
        foreach ((string name, JsonNode? value) in GetObject(resource, members, "relationships"))
        {
            if (ReadRelationship(resource, name, value) is { } relationship)
            {
                resource.Relationships[name] = relationship;
            }
        }
    }

    private static bool IsMisspelled(string name, JsonObject members) =>
        !s_members.Contains(name) && Suggestion.FindMisspelled(name, s_members) is { } meant && !members.ContainsKey(meant);

    private static JsonObject GetObject(LoadedResource resource, JsonObject members, string name) =>
        (members[name] ?? new JsonObject()) as JsonObject ?? throw resource.CreateError($"{name} is an object.");

    /// <summary>Returns the type and the id; null if they are missing.</summary>
    private static SandboxIdentifier? ReadIdentifier(JsonElement json, int line)
    {
        try
        {
            return
                json.ValueKind == JsonValueKind.Object
                && ReadText(json, "type") is { Length: > 0 } type
                && ReadText(json, "id") is { Length: > 0 } id
                ? new SandboxIdentifier(type, id)
                : null;
        }
        catch (JsonException exception)
        {
            throw CreateError(exception.Message, line);
        }
    }

    private static string? ReadText(JsonElement json, string name)
    {
        // Not TryGetProperty, which throws if another member has a name that is not Unicode.
        JsonElement value = json.EnumerateObject().FirstOrDefault(member => JsonElementReader.FindName(member) == name).Value;
        return value.ValueKind switch
        {
            JsonValueKind.String => JsonElementReader.ReadText(value, name),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    /// <summary>Reads a JSON:API relationship, or the related resources themselves; null if only links are known.</summary>
    private LoadedRelationship? ReadRelationship(LoadedResource resource, string name, JsonNode? value)
    {
        if (value is JsonObject relationship && !relationship.ContainsKey("type") && !relationship.TryGetPropertyValue("data", out value))
        {
            return null;
        }

        return value switch
        {
            null => new LoadedRelationship(IsToMany: false, []),
            JsonObject one => new LoadedRelationship(IsToMany: false, [ReadRelated(resource, name, one)]),
            JsonArray many => new LoadedRelationship(IsToMany: true, [.. many.Select(one => ReadRelated(resource, name, one))]),
            _ => throw resource.CreateError($"the relationship {name} is neither a resource identifier, nor an array of them, nor null."),
        };
    }

    private SandboxIdentifier ReadRelated(LoadedResource resource, string name, JsonNode? value)
    {
        if (
            value is not JsonObject related
            || ReadText(related, "type") is not { Length: > 0 } type
            || ReadText(related, "id") is not { Length: > 0 } id
        )
        {
            throw resource.CreateError($"the relationship {name} contains no resource identifiers with type and id.");
        }

        if (related.ContainsKey("attributes"))
        {
            Read(new LoadedResource(type, id, resource.Line, IsIncluded: true), related);
        }

        return new SandboxIdentifier(type, id);
    }

    private static string? ReadText(JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static SandboxDataException CreateError(string cause, int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {cause}"), line);
}

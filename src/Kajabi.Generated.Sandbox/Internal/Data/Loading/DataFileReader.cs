using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>
/// Reads JSON:API documents, arrays of resources, and files with one resource or document per line. Related resources that are written in
/// full are read as included ones.
/// </summary>
internal sealed class DataFileReader
{
    private readonly List<LoadedResource> _resources = [];

    /// <exception cref="SandboxDataException">The file is invalid.</exception>
    public static List<LoadedResource> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span is [0xEF, 0xBB, 0xBF, ..])
        {
            utf8 = utf8[3..];
        }

        DataFileReader reader = new();
        if (IsOneValuePerLine(utf8))
        {
            reader.ReadLines(utf8);
        }
        else
        {
            reader.ReadValue(utf8, firstLine: 1);
        }

        return reader._resources;
    }

    private static bool IsOneValuePerLine(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> text = utf8[(utf8.Length - utf8.Span.TrimStart(" \t\r\n"u8).Length)..];
        int end = text.Span.IndexOf((byte)'\n');
        try
        {
            return end > 0 && JsonNode.Parse(text.Span[..end]) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void ReadLines(ReadOnlyMemory<byte> utf8)
    {
        for (int line = 1; !utf8.IsEmpty; line++)
        {
            int end = utf8.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> text = end < 0 ? utf8 : utf8[..end];
            if (!text.Span.Trim(" \t\r"u8).IsEmpty)
            {
                ReadValue(text, line);
            }

            utf8 = end < 0 ? default : utf8[(end + 1)..];
        }
    }

    /// <summary>Reads a document, an array of resources, or one resource.</summary>
    private void ReadValue(ReadOnlyMemory<byte> utf8, int firstLine)
    {
        try
        {
            Utf8JsonReader json = new(utf8.Span);
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray)
            {
                ReadElements(ref json, utf8.Span, firstLine, isIncluded: false);
            }
            else if (json.TokenType != JsonTokenType.StartObject || !TryReadDocument(json, utf8.Span, firstLine))
            {
                ReadResource(JsonNode.Parse(utf8.Span), firstLine, isIncluded: false);
            }
        }
        catch (JsonException exception)
        {
            int line = firstLine + (int)(exception.LineNumber ?? 0);
            throw new SandboxDataException(
                string.Create(CultureInfo.InvariantCulture, $"Line {line}: the text is not valid JSON. {exception.Message}"),
                line,
                innerException: exception
            );
        }
    }

    /// <summary>Reads an object with <c>data</c>; returns false for any other object.</summary>
    private bool TryReadDocument(Utf8JsonReader json, ReadOnlySpan<byte> utf8, int firstLine)
    {
        bool isDocument = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isData = json.ValueTextEquals("data"u8);
            bool isIncluded = json.ValueTextEquals("included"u8);
            isDocument |= isData;
            json.Read();
            if ((isData || isIncluded) && json.TokenType == JsonTokenType.StartArray)
            {
                ReadElements(ref json, utf8, firstLine, isIncluded);
            }
            else if (isData && json.TokenType == JsonTokenType.StartObject)
            {
                ReadElement(ref json, utf8, firstLine, isIncluded: false);
            }
            else
            {
                json.Skip();
            }
        }

        return isDocument;
    }

    private void ReadElements(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, int firstLine, bool isIncluded)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            ReadElement(ref json, utf8, firstLine, isIncluded);
        }
    }

    private void ReadElement(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, int firstLine, bool isIncluded)
    {
        int start = (int)json.TokenStartIndex;
        json.Skip();
        ReadResource(JsonNode.Parse(utf8[start..(int)json.BytesConsumed]), firstLine + utf8[..start].Count((byte)'\n'), isIncluded);
    }

    private LoadedResource ReadResource(JsonNode? node, int line, bool isIncluded)
    {
        if (
            node is not JsonObject json
            || ReadText(json, "type") is not { Length: > 0 } type
            || ReadText(json, "id") is not { Length: > 0 } id
        )
        {
            throw new SandboxDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {line}: a resource is an object with the members type and id, such as {{\"type\":\"contacts\",\"id\":\"123\"}}."
                ),
                line
            );
        }

        JsonNode? attributes = json["attributes"];
        LoadedResource resource = new(type, id, line, isIncluded) { Attributes = attributes?.DeepClone() as JsonObject ?? [] };
        if (attributes is not (null or JsonObject))
        {
            throw resource.CreateError("attributes is an object.");
        }

        _resources.Add(resource);
        foreach ((string name, JsonNode? value) in json["relationships"] as JsonObject ?? [])
        {
            if (ReadRelationship(resource, name, value) is { } relationship)
            {
                resource.Relationships[name] = relationship;
            }
        }

        return resource;
    }

    /// <summary>Reads a JSON:API relationship, or the related resources themselves; null if only links are known.</summary>
    private LoadedRelationship? ReadRelationship(LoadedResource resource, string name, JsonNode? value)
    {
        if (value is JsonObject relationship && !relationship.ContainsKey("type"))
        {
            if (!relationship.TryGetPropertyValue("data", out value))
            {
                return null;
            }
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
            ReadResource(related, resource.Line, isIncluded: true);
        }

        return new SandboxIdentifier(type, id);
    }

    private static string? ReadText(JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}

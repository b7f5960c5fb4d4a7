using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Reads JSON:API documents, arrays of resources, and files with one resource or document per line.</summary>
internal sealed class DataFileReader
{
    private static readonly string[] s_members = ["data", "included"];

    private readonly ResourceReader _resources = new();

    /// <exception cref="SandboxDataException">The file is invalid.</exception>
    public static IReadOnlyList<LoadedResource> Read(ReadOnlyMemory<byte> utf8)
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

        return reader._resources.Resources;
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

    /// <summary>Reads a document, an array of resources, or one resource, after which nothing follows.</summary>
    private void ReadValue(ReadOnlyMemory<byte> utf8, int firstLine)
    {
        LineCounter lines = new(utf8, firstLine);
        try
        {
            Utf8JsonReader json = new(utf8.Span);
            json.Read();
            Utf8JsonReader document = json;
            if (json.TokenType == JsonTokenType.StartArray)
            {
                ReadElements(ref json, lines, isIncluded: false);
            }
            else if (json.TokenType == JsonTokenType.StartObject && TryReadDocument(ref document, lines))
            {
                json = document;
            }
            else
            {
                ReadElement(ref json, lines, isIncluded: false);
            }

            ReadEnd((int)json.BytesConsumed, lines);
        }
        catch (JsonException exception)
        {
            int line = firstLine + (int)(exception.LineNumber ?? 0);
            throw new SandboxDataException(
                string.Create(CultureInfo.InvariantCulture, $"Line {line}: the text is not valid JSON. {JsonErrorText.Create(exception)}"),
                line,
                innerException: exception
            );
        }
    }

    private static void ReadEnd(int end, LineCounter lines)
    {
        ReadOnlySpan<byte> rest = lines.Text.Span[end..].TrimStart(" \t\r\n"u8);
        if (!rest.IsEmpty)
        {
            throw CreateError(
                "more text follows after the end of the JSON. A file has one document or array, or one document or resource on each line.",
                lines.GetLine(lines.Text.Length - rest.Length)
            );
        }
    }

    /// <summary>Reads an object with <c>data</c>; returns false for any other object.</summary>
    private bool TryReadDocument(ref Utf8JsonReader json, LineCounter lines)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int line = lines.GetLine((int)json.TokenStartIndex);
            string name = Encoding.UTF8.GetString(json.ValueSpan);
            if (!names.Add(name) && s_members.Contains(name))
            {
                throw CreateError($"the member {name} of the document occurs twice.", line);
            }

            json.Read();
            ReadMember(ref json, name, lines, line);
        }

        return names.Contains("data");
    }

    private void ReadMember(ref Utf8JsonReader json, string name, LineCounter lines, int line)
    {
        switch (name, json.TokenType)
        {
            case ("data" or "included", JsonTokenType.StartArray):
                ReadElements(ref json, lines, isIncluded: name == "included");
                break;
            case ("data", JsonTokenType.StartObject):
                ReadElement(ref json, lines, isIncluded: false);
                break;
            case ("data", not JsonTokenType.Null):
                throw CreateError("data is a resource, an array of resources, or null.", line);
            case ("included", _):
                throw CreateError("included is an array of resources.", line);
            case (_, not JsonTokenType.StartObject) when Suggestion.FindMisspelled(name, s_members) is { } meant && name != meant:
                throw CreateError($"a document has no member {name}.{Suggestion.Ask(meant)}", line);
            default:
                json.Skip();
                break;
        }
    }

    private void ReadElements(ref Utf8JsonReader json, LineCounter lines, bool isIncluded)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            ReadElement(ref json, lines, isIncluded);
        }
    }

    private void ReadElement(ref Utf8JsonReader json, LineCounter lines, bool isIncluded)
    {
        int start = (int)json.TokenStartIndex;
        json.Skip();
        _resources.Read(lines.Text[start..(int)json.BytesConsumed], lines.GetLine(start), isIncluded);
    }

    private static SandboxDataException CreateError(string cause, int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {line}: {cause}"), line);
}

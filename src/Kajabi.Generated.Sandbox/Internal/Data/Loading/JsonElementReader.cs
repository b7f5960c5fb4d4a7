using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>
/// Reads JSON whose texts are Unicode and whose members have different names. Parsers detect neither until a text or an object is used.
/// </summary>
internal static class JsonElementReader
{
    /// <summary>Returns a copy that is independent of the document.</summary>
    /// <param name="element">The value.</param>
    /// <param name="path">The path of the value, for messages.</param>
    /// <exception cref="JsonException">A text is not Unicode, or a member occurs twice. The message contains its path.</exception>
    public static JsonNode? Read(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject members = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    string name =
                        FindName(member)
                        ?? throw new JsonException(
                            $"the name of a member of {(path.Length == 0 ? "the object" : path)} {UnicodeText.Problem}."
                        );
                    string memberPath = UnicodeText.Join(path, name);
                    if (members.ContainsKey(name))
                    {
                        throw new JsonException($"the member {memberPath} occurs twice.");
                    }

                    members[name] = Read(member.Value, memberPath);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select((item, index) => Read(item, $"{path}[{index}]"))]);
            case JsonValueKind.String:
                return ReadText(element, path);
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    /// <summary>Returns a text.</summary>
    /// <exception cref="JsonException">The text is not Unicode. The message contains its path.</exception>
    public static string ReadText(JsonElement element, string path)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException($"{path} {UnicodeText.Problem}.", exception);
        }
    }

    /// <summary>Returns the name of a member; null if it is not Unicode.</summary>
    public static string? FindName(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

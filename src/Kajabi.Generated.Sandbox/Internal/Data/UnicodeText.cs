using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data;

/// <summary>
/// Finds texts that are not Unicode, which no response can contain: half of a surrogate pair, which JSON can escape (<c>\ud800</c>).
/// </summary>
internal static class UnicodeText
{
    public const string Problem = "is not Unicode: it contains half of a surrogate pair, or bytes that are not UTF-8";

    /// <summary>Returns whether a text has no half of a surrogate pair.</summary>
    public static bool IsValid(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>Returns the path of the first invalid text, such as <c>custom_1</c> or <c>tags[0]</c>; null if all are valid.</summary>
    public static string? FindInvalid(JsonNode? node, string path) =>
        node switch
        {
            JsonObject members => members
                .Select(member =>
                    IsValid(member.Key) ? FindInvalid(member.Value, Join(path, member.Key)) : $"the name of a member of {path}"
                )
                .FirstOrDefault(static found => found is not null),
            JsonArray items => items
                .Select((item, index) => FindInvalid(item, $"{path}[{index}]"))
                .FirstOrDefault(static found => found is not null),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => IsValid(value) ? null : path,
            _ => null,
        };

    /// <summary>Appends the name of a member to a path.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool IsValid(JsonValue value)
    {
        try
        {
            return IsValid(value.GetValue<string>());
        }
        catch (InvalidOperationException)
        {
            return false; // Parsed JSON decodes its texts when they are read.
        }
    }
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Kajabi.OfferLinks.Internal;

/// <summary>Recognizes a rejection in the JSON of a response, whose status code may be a success. Never throws.</summary>
internal static class OfferLinkRejection
{
    private static readonly FrozenSet<string> s_failures = FrozenSet.ToFrozenSet(
        ["error", "failed", "failure"],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool IsIn(string text, int maxDepth)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.EnumerateObject().Any(IsRejection);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false; // Not JSON, or a string with half of a surrogate pair.
        }
    }

    private static bool IsRejection(JsonProperty member) =>
        member.Name switch
        {
            "error" or "errors" => IsError(member.Value),
            "success" => member.Value.ValueKind == JsonValueKind.False,
            "status" => member.Value.ValueKind == JsonValueKind.String && s_failures.Contains(member.Value.GetString() ?? string.Empty),
            _ => false,
        };

    /// <summary>A success may contain the member too, without an error: null, false, or an empty text, list or object.</summary>
    private static bool IsError(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => false,
            JsonValueKind.String => value.GetString() is { Length: > 0 },
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Object => value.EnumerateObject().Any(),
            _ => true,
        };
}

using System.Collections.Frozen;
using System.Text.Json;

namespace Kajabi.OfferLinks.Internal;

/// <summary>
/// Collects the messages of a JSON response of an offer link, whose format is not documented: all strings, each with the name of its
/// attribute. Never throws.
/// </summary>
internal static class OfferLinkMessageReader
{
    private const int MaxMessages = 20;

    private static readonly FrozenSet<string> s_plainNames = FrozenSet.ToFrozenSet(
        ["base", "data", "detail", "error", "errors", "message", "messages", "title"],
        StringComparer.Ordinal
    );

    // They contain no messages, in no format of errors.
    private static readonly FrozenSet<string> s_otherNames = FrozenSet.ToFrozenSet(
        ["code", "id", "jsonapi", "links", "meta", "source", "status", "type"],
        StringComparer.Ordinal
    );

    public static IReadOnlyList<string> Read(string text, BufferedResponseContent body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = body.MaxDepth });
            return
            [
                .. Find(document.RootElement, name: null)
                    .Select(message => TextSanitizer.Sanitize(body.Redact(message)))
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxMessages),
            ];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return []; // Not JSON, or a string with half of a surrogate pair.
        }
    }

    private static IEnumerable<string> Find(JsonElement element, string? name) =>
        element.ValueKind switch
        {
            JsonValueKind.String when element.GetString() is { Length: > 0 } text => [name is null ? text : $"{name}: {text}"],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Find(item, name)),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(static member => !s_otherNames.Contains(member.Name))
                .SelectMany(member => Find(member.Value, s_plainNames.Contains(member.Name) ? name : member.Name)),
            _ => [],
        };
}

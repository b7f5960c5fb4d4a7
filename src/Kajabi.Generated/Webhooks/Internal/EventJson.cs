using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Reads and writes an event as its delivery. The deduplication key is a hash of the text, so a text that a JSON library could
/// change, such as its white space or the format of a time, is also stored as an <c>@raw</c> member. A delivery that is not a
/// JSON object is written as a string.
/// </summary>
internal static class EventJson
{
    private const string RawName = "@raw";

    public static void Write(JsonOutput json, WebhookEvent webhookEvent)
    {
        if (Parse(webhookEvent.RawJson) is not { } delivery)
        {
            json.WriteValue(webhookEvent.RawJson);
            return;
        }

        if (!IsStable(webhookEvent.RawJson, delivery))
        {
            delivery[RawName] = webhookEvent.RawJson;
        }

        json.WriteToken(delivery);
    }

    public static WebhookEvent Parse(ref JsonApiReader reader)
    {
        string raw = reader.Load().ToToken() switch
        {
            JValue { Value: string text } => text,
            JObject delivery => delivery[RawName] is JValue { Value: string text } ? text : delivery.ToString(Formatting.None),
            var other => throw reader.Failure($"Expected a webhook delivery (a JSON object or its text) and found {other.Type}"),
        };
        return WebhookParser.Parse(raw, int.MaxValue);
    }

    private static JObject? Parse(string raw)
    {
        using StringReader text = new(raw);
        using JsonTextReader reader = new(text)
        {
            MaxDepth = JsonApiSerializer.MaxDepth,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        try
        {
            JObject delivery = JObject.Load(reader);
            return !delivery.ContainsKey(RawName) && !reader.Read() ? delivery : null;
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    /// <summary>Returns whether a JSON library that parses times and numbers preserves the text.</summary>
    private static bool IsStable(string raw, JObject delivery) =>
        delivery.ToString(Formatting.None) == raw && JObject.Parse(raw).ToString(Formatting.None) == raw;
}

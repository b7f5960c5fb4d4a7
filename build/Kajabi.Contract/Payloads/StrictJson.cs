using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace Kajabi.Contract.Payloads;

/// <summary>Reads JSON with lines, and only JSON: the reader that knows lines also takes trailing commas and single quotes.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 256;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JToken Parse(byte[] json)
    {
        byte[] text = json.AsSpan().StartsWith("\uFEFF"u8) ? json[3..] : json;
        using JsonDocument strict = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        using JsonTextReader reader = new(new StreamReader(new MemoryStream(text)))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = MaxDepth,
        };
        return JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
    }
}

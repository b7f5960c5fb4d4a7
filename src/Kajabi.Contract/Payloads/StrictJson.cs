using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace Kajabi.Contract.Payloads;

/// <summary>Reads strict JSON with line information. Newtonsoft.Json alone also accepts commas at the end and single quotes.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 256;

    /// <exception cref="JsonException">The text is not JSON.</exception>
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

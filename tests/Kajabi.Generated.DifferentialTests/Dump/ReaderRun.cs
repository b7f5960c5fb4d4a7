using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Dump;

/// <summary>
/// Reads one document in each way that the SDK offers, writes it back, changes it and writes the changes. The text of all results is
/// compared with that of the other assembly, so this code is compiled into both.
/// </summary>
internal sealed class ReaderRun
{
    private static readonly ConcurrentDictionary<Type, Func<Stream, object>> s_fromStream = [];
    private static readonly ConcurrentDictionary<Type, Func<string, object>> s_fromText = [];

    // Less than some documents need.
    private const int SmallDepth = 7;

    private static readonly System.Text.Json.JsonSerializerOptions s_options = new()
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
        MaxDepth = 12,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerSettings s_settings = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = 12,
        Formatting = Formatting.Indented,
    };

    private const int MaxPiece = 9;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);
    private readonly Type _type;

    private ReaderRun(Type type)
    {
        _type = type;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="typeName">The name of the type, see <see cref="DocumentTypes"/>.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="seed">Determines the changes.</param>
    /// <returns>All results.</returns>
    public static string Run(string typeName, byte[] bytes, int seed)
    {
        ReaderRun run = new(DocumentTypes.Find(typeName));
        string text = Encoding.UTF8.GetString(bytes);
        run.ReadBytes(bytes);

        // The former reader does not find a byte order mark in short reads.
        if (bytes is not [0xEF, 0xBB, 0xBF, ..])
        {
            run.Add("pieces", () => run.FromStream(new PieceStream(bytes, 1 + (seed % MaxPiece))));
        }

        run.ReadText(text);
        if (seed % 3 == 1)
        {
            run.ReadWithOptions(bytes, text);
        }

        run.Write(() => run.FromText(text), seed);
        return run._text.ToString();
    }

    private void ReadBytes(byte[] bytes)
    {
        Add("stream", () => FromStream(new MemoryStream(bytes)));
        List<string> findings = [];
        Add("response", () => ReaderAccess.ReadResponse(_type, bytes, JsonApiSerializer.MaxDepth, findings));
        Add("drift", string.Join('\n', findings.Order(StringComparer.Ordinal)));
        Add("System.Text.Json", () => System.Text.Json.JsonSerializer.Deserialize(bytes, _type));
    }

    private void ReadText(string text)
    {
        Add("text", () => FromText(text));
        Add("Newtonsoft.Json", () => JsonConvert.DeserializeObject(text, _type));
        Add("JToken", () => Load(text).ToObject(_type));
        if (typeof(WebhookDelivery).IsAssignableFrom(_type) || typeof(WebhookEvent).IsAssignableFrom(_type))
        {
            Add("webhook", () => WebhookParser.Parse(text));
        }
    }

    /// <summary>
    /// Loads a token whose numbers are decimals: the readers create different tokens for a double, which has lost the text.
    /// </summary>
    private static JToken Load(string text)
    {
        using JsonTextReader reader = new(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal };
        JToken token = JToken.ReadFrom(reader);
        return reader.Read() ? throw new JsonReaderException("There is more JSON.") : token;
    }

    /// <summary>Reads with other settings, and as a part of another object.</summary>
    private void ReadWithOptions(byte[] bytes, string text)
    {
        Type outer = typeof(Dictionary<,>).MakeGenericType(typeof(string), _type);
        Add("response, limited depth", () => ReaderAccess.ReadResponse(_type, bytes, SmallDepth, []));
        Add("System.Text.Json, options", () => System.Text.Json.JsonSerializer.Deserialize(bytes, _type, s_options));
        Add("Newtonsoft.Json, settings", () => JsonConvert.DeserializeObject(text, _type, s_settings));
        string part = $"{{\"part\": {text} }}";
        Add("System.Text.Json, part", () => Part(System.Text.Json.JsonSerializer.Deserialize(part, outer)));
        Add("Newtonsoft.Json, part", () => Part(JsonConvert.DeserializeObject(part, outer)));
    }

    private static object? Part(object? outer) => ((System.Collections.IDictionary)outer!)["part"];

    private void Write(Func<object?> read, int seed)
    {
        object? value;
        object? changed;
        try
        {
            (value, changed) = (read(), read());
        }
        catch (Exception)
        {
            return; // The section "text" contains the exception.
        }

        if (value is null or JToken || changed is null)
        {
            return;
        }

        RoundTrip("unchanged", value);
        if (seed % 3 == 1)
        {
            Capture("written with options", () => System.Text.Json.JsonSerializer.Serialize(value, _type, s_options));
            Capture("written with settings", () => JsonConvert.SerializeObject(value, s_settings));
        }

        Add("rejected changes", GraphChanges.Apply(changed, seed));
        Add("changed", () => changed);
        RoundTrip("changed", changed);
    }

    private void RoundTrip(string name, object value)
    {
        if (Capture($"{name}, written by System.Text.Json", () => System.Text.Json.JsonSerializer.Serialize(value, _type)) is { } json)
        {
            Add($"{name}, through System.Text.Json", () => System.Text.Json.JsonSerializer.Deserialize(json, _type));
        }

        if (Capture($"{name}, written by Newtonsoft.Json", () => JsonConvert.SerializeObject(value)) is { } text)
        {
            Add($"{name}, through Newtonsoft.Json", () => JsonConvert.DeserializeObject(text, _type));
        }
    }

    private object FromStream(Stream stream)
    {
        using (stream)
        {
            return s_fromStream.GetOrAdd(_type, static type => CreateReader<Stream>(type))(stream);
        }
    }

    private object FromText(string text) => s_fromText.GetOrAdd(_type, static type => CreateReader<string>(type))(text);

    private static Func<TInput, object> CreateReader<TInput>(Type type) =>
        typeof(JsonApiSerializer)
            .GetMethod(nameof(JsonApiSerializer.Deserialize), BindingFlags.Public | BindingFlags.Static, [typeof(TInput)])!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<TInput, object>>();

    /// <summary>Adds what was read: written, as a graph, and written once more, because values are converted when they are read.</summary>
    private void Add(string section, Func<object?> read)
    {
        string result;
        try
        {
            object? value = read();
            result = value is null ? "null" : Describe(value);
        }
        catch (Exception exception)
        {
            result = DumpText.Format(exception);
        }

        Add(section, result);
    }

    private static string Describe(object value)
    {
        if (value is JToken)
        {
            return GraphDump.Format(value);
        }

        string written = WriteModes(value);
        string graph = GraphDump.Format(value);
        string rewritten = WriteModes(value);
        return $"{written}\n{graph}\n{(rewritten == written ? "written again without a difference" : rewritten)}";
    }

    private static string WriteModes(object value)
    {
        string full = JsonApiSerializer.Serialize(value);
        using MemoryStream stream = new();
        JsonApiSerializer.Serialize(value, stream);
        string streamed = Encoding.UTF8.GetString(stream.ToArray());
        return $"full {DumpText.Quote(full)}\n"
            + $"stream {(streamed == full ? "as full" : DumpText.Quote(streamed))}\n"
            + $"changes {DumpText.Quote(JsonApiSerializer.Serialize(value, JsonApiSerializationMode.ChangedOnly))}";
    }

    private string? Capture(string section, Func<string> write)
    {
        try
        {
            string text = write();
            Add(section, DumpText.Quote(text));
            return text;
        }
        catch (Exception exception)
        {
            Add(section, DumpText.Format(exception));
            return null;
        }
    }

    /// <summary>Adds a section. The text of an equal one is not repeated.</summary>
    private void Add(string section, string result)
    {
        _text.Append("## ").Append(section).Append('\n');
        if (_sections.TryGetValue(result, out string? first))
        {
            _text.Append("as ").Append(first).Append('\n');
        }
        else
        {
            _sections.Add(result, section);
            _text.Append(result).Append('\n');
        }
    }
}

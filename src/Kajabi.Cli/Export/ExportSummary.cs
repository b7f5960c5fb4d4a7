using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Export;

/// <summary>The result of an export to a file, as JSON.</summary>
internal sealed record ExportSummary(string Output, string Type, long Count)
{
    public void WriteTo(TextWriter text)
    {
        JsonLine.Write(text, Formatting.Indented, WriteTo);
        text.Flush();
    }

    private void WriteTo(JsonTextWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("output");
        json.WriteValue(Output);
        json.WritePropertyName("type");
        json.WriteValue(Type);
        json.WritePropertyName("count");
        json.WriteValue(Count);
        json.WriteEndObject();
    }
}

using Newtonsoft.Json;

namespace Kajabi.Cli.Output;

/// <summary>Writes one JSON value and a line break to an output that stays open.</summary>
internal static class JsonLine
{
    public static void Write(TextWriter text, Formatting formatting, Action<JsonTextWriter> write)
    {
        using (JsonTextWriter json = new(text) { CloseOutput = false, Formatting = formatting })
        {
            write(json);
        }

        text.Write('\n');
    }
}

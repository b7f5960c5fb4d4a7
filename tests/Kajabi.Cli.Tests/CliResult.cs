using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The whole output as one JSON object.</summary>
    public JObject Json => Parse(Output);

    /// <summary>Each line of the output as one JSON object.</summary>
    public IReadOnlyList<JObject> Lines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static JObject Parse(string text)
    {
        using JsonTextReader reader = new(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        JObject json = JObject.Load(reader);
        Assert.False(reader.Read(), "There is more on standard output than one JSON object.");
        return json;
    }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The exit code and the output of a run of the command.</summary>
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
        Assert.False(reader.Read(), "Standard output contains more than one JSON object.");
        return json;
    }
}

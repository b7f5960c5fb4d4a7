using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary>The ids of exported resources, in their order.</summary>
internal static class ExportedIds
{
    private const long FirstGenerated = 5_000_000_000;

    /// <summary>Returns the ids of the generated contacts of the sandbox.</summary>
    public static IEnumerable<string> GetGenerated(int count) =>
        Enumerable.Range(0, count).Select(static index => (FirstGenerated + index).ToString(CultureInfo.InvariantCulture));

    /// <summary>Parses the ids in the text of a file.</summary>
    public static IEnumerable<string?> Parse(string format, string text) =>
        format switch
        {
            "csv" => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(static line => line[..line.IndexOf(',', StringComparison.Ordinal)]),
            "json" => JArray.Parse(text).Select(static resource => (string?)resource["id"]),
            _ => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => (string?)JObject.Parse(line)["id"]),
        };
}

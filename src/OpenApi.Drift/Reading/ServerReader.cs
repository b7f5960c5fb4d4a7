using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Reading;

/// <summary>Reads the servers of an API. Each value of a variable is a separate server.</summary>
internal static class ServerReader
{
    private const int MaxServers = 64;

    /// <summary>Returns the servers in order; null if none are declared.</summary>
    public static IReadOnlyList<NormalizedServer>? Read(JToken? servers) =>
        (servers as JArray)?.OfType<JObject>().SelectMany(Expand).Take(MaxServers).Select(Parse).Distinct().ToList() is { Count: > 0 } read
            ? read
            : null;

    private static IEnumerable<string> Expand(JObject server)
    {
        IEnumerable<string> urls = [CanonicalJson.String(server["url"]) ?? string.Empty];
        foreach (JProperty variable in (server["variables"] as JObject)?.Properties() ?? [])
        {
            string[] values = variable.Value["enum"] is JArray { Count: > 0 } listed
                ? [.. listed.Select(static value => value.ToString())]
                : [variable.Value["default"]?.ToString() ?? $"{{{variable.Name}}}"];
            urls =
            [
                .. urls.SelectMany(url => values.Select(value => url.Replace($"{{{variable.Name}}}", value, StringComparison.Ordinal)))
                    .Take(MaxServers),
            ];
        }

        return urls;
    }

    private static NormalizedServer Parse(string url)
    {
        string trimmed = url.Trim().TrimEnd('/');
        int scheme = trimmed.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return new NormalizedServer(string.Empty, trimmed);
        }

        int path = trimmed.IndexOf('/', scheme + 3);
        string origin = (path < 0 ? trimmed : trimmed[..path]).ToLower(CultureInfo.InvariantCulture);
        origin = WithoutPort(WithoutPort(origin, "https://", ":443"), "http://", ":80");
        return new NormalizedServer(origin, path < 0 ? string.Empty : trimmed[path..]);
    }

    private static string WithoutPort(string origin, string scheme, string port) =>
        origin.StartsWith(scheme, StringComparison.Ordinal) && origin.EndsWith(port, StringComparison.Ordinal)
            ? origin[..^port.Length]
            : origin;
}

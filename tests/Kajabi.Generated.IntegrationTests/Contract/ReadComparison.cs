using System.Net;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>Sends each operation that reads to the sandbox and to the API, and compares the responses. Nothing is changed.</summary>
/// <param name="sandbox">A client of the sandbox.</param>
/// <param name="api">A client of the API.</param>
/// <param name="document">The composed document, whose operations are sent.</param>
internal sealed class ReadComparison(KajabiClient sandbox, KajabiClient api, JObject document)
{
    /// <summary>The operations that were not compared, with the reason.</summary>
    public List<string> Skipped { get; } = [];

    /// <summary>The number of operations that were compared.</summary>
    public int ComparedCount { get; private set; }

    /// <summary>Returns the differences, each with its operation.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync()
    {
        List<string> differences = [];
        string sandboxSite = await ReadFirstIdAsync(sandbox, "/v1/sites");
        string apiSite = await ReadFirstIdAsync(api, "/v1/sites");
        Dictionary<string, (string Sandbox, string Api)> ids = new(StringComparer.Ordinal);
        foreach (JProperty path in ((JObject)document["paths"]!).Properties().OrderBy(static path => path.Name.Contains('{')))
        {
            if (path.Value["get"] is not JObject operation)
            {
                continue;
            }

            string list = path.Name.Split("/{")[0];
            if (path.Name.Contains('{') && !ids.ContainsKey(list))
            {
                Skipped.Add($"{path.Name}: {list} is empty.");
                continue;
            }

            (string Sandbox, string Api) id = ids.GetValueOrDefault(list, (string.Empty, string.Empty));
            JToken simulated = await SendAsync(sandbox, CreateUri(path.Name, operation, id.Sandbox, sandboxSite));
            JToken? actual = await TrySendAsync(path.Name, CreateUri(path.Name, operation, id.Api, apiSite));
            if (actual is null)
            {
                continue;
            }

            if (actual is JObject { } page && page["data"] is JArray { Count: > 0 } rows)
            {
                ids[path.Name] = ((string)simulated["data"]![0]!["id"]!, (string)rows[0]["id"]!);
            }

            ComparedCount++;
            differences.AddRange(ResponseShape.Compare(simulated, actual).Select(difference => $"{path.Name}: {difference}"));
        }

        return differences;
    }

    private static string CreateUri(string path, JObject operation, string id, string siteId)
    {
        Dictionary<string, string> query = new(StringComparer.Ordinal);
        foreach (JToken parameter in operation["parameters"] ?? new JArray())
        {
            string name = (string)parameter["name"]!;
            switch (name)
            {
                case "page[size]":
                    query[name] = "50";
                    break;
                case "filter[site_id]":
                    query[name] = siteId;
                    break;
                case "include":
                    query[name] = string.Join(',', parameter["schema"]!["items"]!["enum"]!);
                    break;
            }
        }

        string target = string.Join('/', path.Split('/').Select(segment => segment is ['{', ..] ? id : segment));
        return $"{target}?{string.Join('&', query.Select(static pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}";
    }

    private static async Task<string> ReadFirstIdAsync(KajabiClient client, string path) =>
        (string)(await SendAsync(client, path))["data"]![0]!["id"]!;

    private static async Task<JToken> SendAsync(KajabiClient client, string uri)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, uri);
        return await client.SendAsync<JToken>(request);
    }

    /// <summary>Returns the response of the API; null if the API key has no permission or the account no such data.</summary>
    private async Task<JToken?> TrySendAsync(string path, string uri)
    {
        try
        {
            return await SendAsync(api, uri);
        }
        catch (KajabiApiException exception) when (exception.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            Skipped.Add($"{path}: {(int)exception.StatusCode} of the API.");
            return null;
        }
    }
}

using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Reading;

/// <summary>Reads responses by their status codes.</summary>
/// <param name="document">The document.</param>
/// <param name="parameters">Reads headers.</param>
internal sealed class ResponseReader(ContractDocument document, ParameterReader parameters)
{
    public IReadOnlyDictionary<string, NormalizedResponse> Read(JToken? responses)
    {
        SortedDictionary<string, NormalizedResponse> read = new(StringComparer.Ordinal);
        foreach (
            (string status, JObject? response, JToken written) in document
                .Members(responses)
                .Where(static member => !member.Name.StartsWith("x-", StringComparison.Ordinal))
        )
        {
            string key = status == "default" ? status : status.ToUpper(CultureInfo.InvariantCulture);
            if (!ElementKey.IsStatusCode(key))
            {
                document.Defects.Add(DocumentRules.InvalidKey, written, $"The key `{status}` is not a status code.");
                continue;
            }

            read.TryAdd(
                key,
                new NormalizedResponse(
                    parameters.ReadHeaders(response?["headers"]),
                    ContentReader.Read(document, response?["content"]),
                    Links(response?["links"]),
                    response,
                    response ?? written
                )
            );
        }

        return read;
    }

    private Dictionary<string, string> Links(JToken? links) =>
        document
            .Members(links)
            .Where(static link => link.Value is not null)
            .ToDictionary(static link => link.Name, static link => Text(link.Value!));

    private static string Text(JObject link)
    {
        JObject members = (JObject)link.DeepClone();
        members.Remove("description");
        return CanonicalJson.Format(members);
    }
}

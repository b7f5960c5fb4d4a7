using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Reading;

/// <summary>Reads parameters and merges those of the path with those of the operation.</summary>
/// <param name="document">The document.</param>
internal sealed class ParameterReader(ContractDocument document)
{
    // The media types and the security of the operation define these headers.
    private static readonly string[] s_ignoredHeaders = ["accept", "content-type", "authorization"];

    /// <summary>Returns the parameters by location and name, and the dangling references.</summary>
    public (IReadOnlyDictionary<(string In, string Name), NormalizedParameter> Known, IReadOnlyList<string> Unknown) Read(
        JToken? shared,
        JObject operation,
        PathTemplate path
    )
    {
        Dictionary<(string In, string Name), NormalizedParameter> known = [];
        List<string> unknown = [];
        foreach (JToken? list in new[] { shared, operation["parameters"] })
        {
            HashSet<(string In, string Name)> seen = [];
            foreach (JToken written in list as JArray ?? [])
            {
                if (document.References.Follow(written) is not { } parameter)
                {
                    unknown.Add(
                        ReferenceTable.ReferenceIn(written)?.Value is string reference
                            ? reference[(reference.LastIndexOf('/') + 1)..]
                            : string.Empty
                    );
                }
                else if (Key(parameter, path) is { } key)
                {
                    Add(known, seen, key, parameter, written);
                }
            }
        }

        foreach (
            string name in path.Names.Where(
                (_, position) => unknown.Count == 0 && !known.ContainsKey(("path", position.ToString(CultureInfo.InvariantCulture)))
            )
        )
        {
            document.Defects.Add(
                DocumentRules.UndeclaredPathParameter,
                operation,
                $"`{path.Text}` contains `{{{name}}}`, which is not declared as a parameter."
            );
        }

        return (known, unknown);
    }

    /// <summary>Returns the headers of a response by name in lower case.</summary>
    public IReadOnlyDictionary<string, NormalizedParameter> ReadHeaders(JToken? headers)
    {
        SortedDictionary<string, NormalizedParameter> read = new(StringComparer.Ordinal);
        foreach ((string name, JObject? header, _) in document.Members(headers))
        {
            string key = Lower(name);
            if (header is not null && key != "content-type")
            {
                read.TryAdd(key, Parameter("header", name, header));
            }
        }

        return read;
    }

    private void Add(
        Dictionary<(string In, string Name), NormalizedParameter> known,
        HashSet<(string In, string Name)> seen,
        (string In, string Name) key,
        JObject parameter,
        JToken written
    )
    {
        if (seen.Add(key))
        {
            known[key] = Parameter(key.In, (string)parameter["name"]!, parameter);
        }
        else
        {
            document.Defects.Add(
                DocumentRules.DuplicateParameter,
                written,
                $"The {key.In} parameter `{parameter["name"]}` is declared twice; the first declaration is used."
            );
        }
    }

    private static (string In, string Name)? Key(JObject parameter, PathTemplate path)
    {
        if (CanonicalJson.String(parameter["in"]) is not { } location || CanonicalJson.String(parameter["name"]) is not { } name)
        {
            return null;
        }

        return location switch
        {
            "path" => path.PositionOf(name) is >= 0 and { } index ? (location, index.ToString(CultureInfo.InvariantCulture)) : null,
            "header" when s_ignoredHeaders.Contains(Lower(name)) => null,
            "header" => (location, Lower(name)),
            _ => (location, name),
        };
    }

    private NormalizedParameter Parameter(string location, string name, JObject written)
    {
        JProperty? content = (written["content"] as JObject)?.Properties().FirstOrDefault();
        return new NormalizedParameter(location, name, written)
        {
            MediaType = content is null ? null : MediaTypeName.Normalize(content.Name),
            Schema = document.Schemas.GetReference(
                content is null ? written["schema"]
                : content.Value is JObject media ? media["schema"]
                : null
            ),
        };
    }

    private static string Lower(string name) => name.ToLower(CultureInfo.InvariantCulture);
}

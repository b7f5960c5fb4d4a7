using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Reading;

/// <summary>Reads security requirements. Schemes are identified by their effect on requests, not by component names.</summary>
internal sealed class SecurityReader
{
    private readonly ContractDocument _document;
    private readonly Dictionary<string, (string Key, JObject Scheme)> _schemes = [];
    private readonly Dictionary<JToken, NormalizedSecurity> _read = [];
    private readonly Dictionary<string, JObject> _used = [];

    public SecurityReader(ContractDocument document)
    {
        _document = document;
        foreach (
            (string name, JObject? scheme, _) in document.Members(
                document.Root["components"] is JObject components ? components["securitySchemes"] : null
            )
        )
        {
            if (scheme is not null)
            {
                _schemes[name] = (Key(scheme), scheme);
            }
        }
    }

    /// <summary>Gets the schemes that operations require, by their effect on requests.</summary>
    public IReadOnlyDictionary<string, JObject> Used => _used;

    /// <summary>Returns the security requirements of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isCallback">Whether the API sends the request, so that the security of the document does not apply.</param>
    public NormalizedSecurity Read(JObject operation, bool isCallback)
    {
        JToken? written = operation["security"] ?? (isCallback ? null : _document.Root["security"]);
        if (written is not JArray { Count: > 0 } alternatives)
        {
            return new NormalizedSecurity([new Dictionary<string, IReadOnlyList<string>>()], IsUnknown: false);
        }

        if (!_read.TryGetValue(alternatives, out NormalizedSecurity? security))
        {
            security = ReadAlternatives(alternatives);
            _read.Add(alternatives, security);
        }

        return security;
    }

    private NormalizedSecurity ReadAlternatives(JArray alternatives)
    {
        List<IReadOnlyDictionary<string, IReadOnlyList<string>>> read = [];
        bool isUnknown = false;
        foreach (JObject alternative in alternatives.OfType<JObject>())
        {
            SortedDictionary<string, IReadOnlyList<string>> schemes = new(StringComparer.Ordinal);
            foreach (JProperty needed in alternative.Properties())
            {
                if (_schemes.TryGetValue(needed.Name, out (string Key, JObject Scheme) scheme))
                {
                    schemes[scheme.Key] =
                    [
                        .. (needed.Value as JArray ?? []).Select(static scope => scope.ToString()).Distinct().Order(StringComparer.Ordinal),
                    ];
                    _used.TryAdd(scheme.Key, scheme.Scheme);
                }
                else
                {
                    isUnknown = true;
                    _document.Defects.Add(DocumentRules.DanglingReference, needed, $"The security scheme `{needed.Name}` is not declared.");
                }
            }

            if (!read.Exists(other => IsSame(other, schemes)))
            {
                read.Add(schemes);
            }
        }

        return new NormalizedSecurity(read, isUnknown);
    }

    private static bool IsSame(
        IReadOnlyDictionary<string, IReadOnlyList<string>> left,
        SortedDictionary<string, IReadOnlyList<string>> right
    ) =>
        left.Count == right.Count
        && right.All(needed => left.TryGetValue(needed.Key, out IReadOnlyList<string>? scopes) && scopes.SequenceEqual(needed.Value));

    private static string Key(JObject scheme)
    {
        string type = CanonicalJson.String(scheme["type"]) ?? string.Empty;
        return type switch
        {
            "http" => $"http {CanonicalJson.String(scheme["scheme"])?.ToLower(CultureInfo.InvariantCulture)}",
            "apiKey" => $"apiKey {scheme["in"]} {KeyName(scheme)}",
            _ => type,
        };
    }

    // Header names are not case-sensitive.
    private static string? KeyName(JObject scheme) =>
        CanonicalJson.String(scheme["in"]) == "header"
            ? scheme["name"]?.ToString().ToLower(CultureInfo.InvariantCulture)
            : scheme["name"]?.ToString();
}

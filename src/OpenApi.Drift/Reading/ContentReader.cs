using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Elements;

namespace OpenApi.Drift.Reading;

/// <summary>Reads bodies by their media types.</summary>
internal static class ContentReader
{
    private static readonly IReadOnlyDictionary<string, string> s_noEncodings = new Dictionary<string, string>();

    public static NormalizedBody? ReadBody(ContractDocument document, JToken? written)
    {
        if (written is null)
        {
            return null;
        }

        JObject? body = document.References.Follow(written);
        return new NormalizedBody(CanonicalJson.IsTrue(body?["required"]), Read(document, body?["content"]), body, body ?? written);
    }

    public static IReadOnlyDictionary<string, NormalizedMediaType> Read(ContractDocument document, JToken? content)
    {
        SortedDictionary<string, NormalizedMediaType> media = new(StringComparer.Ordinal);
        foreach (JProperty entry in (content as JObject)?.Properties() ?? [])
        {
            string name = MediaTypeName.Normalize(entry.Name);
            if (name.Length == 0)
            {
                document.Defects.Add(DocumentRules.InvalidKey, entry, $"The key `{entry.Name}` is not a media type.");
                continue;
            }

            media.TryAdd(
                name,
                new NormalizedMediaType(
                    document.Schemas.GetReference(entry.Value is JObject map ? map["schema"] : null),
                    Encodings(document, name, entry.Value),
                    entry.Value
                )
            );
        }

        return media;
    }

    /// <summary>Returns the encodings of the properties of a form; other media types have none.</summary>
    private static IReadOnlyDictionary<string, string> Encodings(ContractDocument document, string mediaType, JToken media)
    {
        bool isForm =
            mediaType.StartsWith("multipart/", StringComparison.Ordinal)
            || mediaType.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal);
        return isForm && media is JObject { HasValues: true } map && map["encoding"] is JObject encodings
            ? document
                .Members(encodings)
                .Where(static entry => entry.Value is not null)
                .Select(static entry => (entry.Name, Text: Encoding(entry.Value!)))
                .Where(static entry => entry.Text != "{}")
                .ToDictionary(static entry => entry.Name, static entry => entry.Text)
            : s_noEncodings;
    }

    private static string Encoding(JObject encoding)
    {
        JObject members = [];
        string style = CanonicalJson.String(encoding["style"]) ?? "form";

        // As with parameters, it has no effect in the style deepObject.
        bool explode = style != "deepObject" && (encoding["explode"] is JValue { Value: bool value } ? value : style == "form");
        Add(
            "contentType",
            CanonicalJson.String(encoding["contentType"]) is { } types
                ? string.Join(',', types.Split(',').Select(MediaTypeName.Normalize))
                : null,
            null
        );
        Add("style", style, "form");
        Add("explode", explode, style == "form");
        Add("allowReserved", CanonicalJson.IsTrue(encoding["allowReserved"]), false);
        Add("headers", encoding["headers"] is JObject { Count: > 0 } headers ? headers : null, null);
        return CanonicalJson.Format(members);

        void Add<T>(string name, T fact, T usual)
        {
            if (!Equals(fact, usual))
            {
                members[name] = JToken.FromObject(fact!);
            }
        }
    }
}

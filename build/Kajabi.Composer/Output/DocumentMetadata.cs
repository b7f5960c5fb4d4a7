using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Output;

/// <summary>Copies the metadata of a document, without members of a type that OpenAPI does not allow: the generator rejects them.</summary>
internal static class DocumentMetadata
{
    public static JObject Info(JObject root)
    {
        JObject source = root["info"] as JObject ?? [];
        JObject info = Texts(source);
        info["title"] ??= "API";

        // YAML reads an unquoted version as a number.
        info["version"] ??= (source["version"] as JValue)?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        foreach (string name in (string[])["contact", "license"])
        {
            if (source[name] is JObject member)
            {
                info[name] = Texts(member);
            }
        }

        return info;
    }

    public static JArray? Servers(JObject root) =>
        root["servers"] is JArray servers
            ? new JArray(servers.OfType<JObject>().Where(static server => server["url"] is JValue { Value: string }).Select(Texts))
            : null;

    private static JObject Texts(JObject element) =>
        new(element.Properties().Where(static member => member.Value is JValue { Value: string }));
}

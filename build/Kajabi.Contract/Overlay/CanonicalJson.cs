using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Overlay;

/// <summary>Writes equal values as equal texts: the order of members is irrelevant.</summary>
internal static class CanonicalJson
{
    public static string Write(JToken token)
    {
        StringBuilder text = new();
        Append(token, text);
        return text.ToString();
    }

    private static void Append(JToken token, StringBuilder text)
    {
        switch (token)
        {
            case JObject members:
                text.Append('{');
                foreach (JProperty member in members.Properties().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    text.Append(JsonConvert.ToString(member.Name)).Append(':');
                    Append(member.Value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JArray items:
                text.Append('[');
                foreach (JToken item in items)
                {
                    Append(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(token.ToString(Formatting.None));
                break;
        }
    }
}

using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>Changes the structure of JSON: values are swapped, duplicated, wrapped, or removed.</summary>
internal static class JsonMutation
{
    /// <returns>The changed JSON; null if the input is not JSON or nested too deeply.</returns>
    public static byte[]? Apply(byte[] text, double at, int choice)
    {
        if (Parse(text) is not JContainer root)
        {
            return null;
        }

        List<JToken> locations = [.. root.Descendants().Where(static token => token is not JProperty)];
        if (locations.Count == 0)
        {
            return null;
        }

        JToken location = locations[(int)(at * (locations.Count - 1))];
        JToken other = locations[choice % locations.Count].DeepClone();
        switch (choice % 6)
        {
            case 0:
                location.Replace(other);
                break;
            case 1:
                location.Replace(new JArray(other, location.DeepClone()));
                break;
            case 2:
                location.Replace(JValue.CreateNull());
                break;
            case 3 when location.Parent is JProperty member:
                member.Remove();
                break;
            case 4 when location is JArray list:
                list.Add(other);
                break;
            case 5 when location is JObject members:
                members[locations.OfType<JProperty>().FirstOrDefault()?.Name ?? "id"] = other;
                break;
            default:
                location.Replace(new JObject { ["data"] = other });
                break;
        }

        return Encoding.UTF8.GetBytes(root.ToString(Formatting.None));
    }

    /// <summary>Parses JSON strictly; null if the input is invalid.</summary>
    public static JToken? Parse(byte[] text)
    {
        try
        {
            using System.Text.Json.JsonDocument strict = System.Text.Json.JsonDocument.Parse(text);
            using JsonTextReader reader = new(new StringReader(strict.RootElement.GetRawText()))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = 128,
            };
            return JToken.ReadFrom(reader);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or JsonReaderException or InvalidOperationException)
        {
            return null;
        }
    }
}

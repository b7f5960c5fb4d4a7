using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Fuzz;

/// <summary>Changes the structure of a text that is JSON: values change places, repeat, wrap each other, or go.</summary>
internal static class JsonMutation
{
    /// <returns>The changed text; null where it is no JSON, or too deep to be changed.</returns>
    public static byte[]? Apply(byte[] text, double at, int choice)
    {
        if (Parse(text) is not JContainer root)
        {
            return null;
        }

        List<JToken> places = [.. root.Descendants().Where(static token => token is not JProperty)];
        if (places.Count == 0)
        {
            return null;
        }

        JToken place = places[(int)(at * (places.Count - 1))];
        JToken other = places[choice % places.Count].DeepClone();
        switch (choice % 6)
        {
            case 0:
                place.Replace(other);
                break;
            case 1:
                place.Replace(new JArray(other, place.DeepClone()));
                break;
            case 2:
                place.Replace(JValue.CreateNull());
                break;
            case 3 when place.Parent is JProperty member:
                member.Remove();
                break;
            case 4 when place is JArray list:
                list.Add(other);
                break;
            case 5 when place is JObject members:
                members[places.OfType<JProperty>().FirstOrDefault()?.Name ?? "id"] = other;
                break;
            default:
                place.Replace(new JObject { ["data"] = other });
                break;
        }

        return Encoding.UTF8.GetBytes(root.ToString(Formatting.None));
    }

    /// <summary>The JSON of a text as a strict reader has it; null where it is none.</summary>
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

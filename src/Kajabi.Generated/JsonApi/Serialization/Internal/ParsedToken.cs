using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Converts the values of a parsed JSON tree back to JSON types.</summary>
internal static class ParsedToken
{
    /// <summary>Converts times and other values without a JSON type to strings, and integers to 64 bits.</summary>
    public static JToken Normalize(JToken token)
    {
        if (token is not JContainer container)
        {
            return Value((JValue)token);
        }

        foreach (JValue value in container.DescendantsAndSelf().OfType<JValue>().ToList())
        {
            JValue normal = Value(value);
            if (!ReferenceEquals(normal, value))
            {
                value.Replace(normal);
            }
        }

        return token;
    }

    private static JValue Value(JValue token) =>
        token is JRaw
            ? throw new ArgumentException("Raw JSON has no JSON type. Assign a JSON value, such as the result of JToken.Parse.")
            : ToJsonType(token);

    private static JValue ToJsonType(JValue token) =>
        token.Value switch
        {
            DateTimeOffset time => new JValue(Iso8601.Format(time)),
            DateTime { Kind: DateTimeKind.Unspecified } time => new JValue(
                Iso8601.Format(new DateTimeOffset(time, TimeSpan.Zero)).TrimEnd('Z')
            ),
            DateTime time => new JValue(Iso8601.Format(new DateTimeOffset(time))),
            int or short or sbyte or byte or ushort or uint => new JValue(Convert.ToInt64(token.Value, CultureInfo.InvariantCulture)),
            float number => new JValue((double)number),
            byte[] bytes => new JValue(Convert.ToBase64String(bytes)),
            Guid or Uri or TimeSpan or char => new JValue(Convert.ToString(token.Value, CultureInfo.InvariantCulture)),
            _ => token,
        };
}

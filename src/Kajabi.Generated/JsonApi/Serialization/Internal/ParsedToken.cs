using Newtonsoft.Json.Linq;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Converts the values of a parsed JSON tree back to JSON types.</summary>
internal static class ParsedToken
{
    /// <summary>Converts times to strings as the API writes them. <see cref="Utf8TokenWriter"/> writes the values of other types.</summary>
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
            : ToText(token);

    private static JValue ToText(JValue token) =>
        token.Value switch
        {
            DateTimeOffset time => new JValue(Iso8601.Format(time)),
            DateTime { Kind: DateTimeKind.Unspecified } time => new JValue(
                Iso8601.Format(new DateTimeOffset(time, TimeSpan.Zero)).TrimEnd('Z')
            ),
            DateTime time => new JValue(Iso8601.Format(new DateTimeOffset(time))),
            _ => token,
        };
}

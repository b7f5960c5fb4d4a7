using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;

namespace Kajabi.Cli.Options;

/// <summary>Parses JSON of the command line: without the syntax extensions of Newtonsoft.Json, and without changing a value.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 64;

    /// <exception cref="JsonException">The text is not exactly one JSON value, or an object has a duplicate key.</exception>
    /// <exception cref="FormatException">A number would be sent with different digits.</exception>
    public static JToken Parse(string text)
    {
        using (JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false }))
        {
            ThrowIfNumberChanges(text);
        }

        using JsonTextReader json = new(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
        };
        return JToken.ReadFrom(json);
    }

    private static void ThrowIfNumberChanges(string text)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && Encoding.UTF8.GetString(reader.ValueSpan) is var number && !IsPreserved(number))
            {
                throw new FormatException(
                    $"the number {number} would be sent with different digits. Write it without an exponent and with at most 28 digits."
                );
            }
        }
    }

    private static bool IsPreserved(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
        && value.ToString(CultureInfo.InvariantCulture) == number;
}

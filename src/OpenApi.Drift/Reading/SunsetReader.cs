using System.Globalization;
using Newtonsoft.Json.Linq;
using OpenApi.Drift.Rules;

namespace OpenApi.Drift.Reading;

/// <summary>Reads sunset dates: a date or a date with time as in RFC 3339, or a date of the header <c>Sunset</c> (RFC 8594).</summary>
internal static class SunsetReader
{
    public const string Keyword = "x-sunset";

    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "r",
    ];

    /// <summary>Returns the sunset date; null if none is declared. A text that is not a date is a defect.</summary>
    public static SunsetDate? Read(ContractDocument document, JObject operation)
    {
        if (operation[Keyword] is not { Type: not JTokenType.Null } written)
        {
            return null;
        }

        SunsetDate sunset = Parse(written);
        if (sunset.Date is null)
        {
            document.Defects.Add(DefectRules.InvalidDate, written, $"`{sunset.Text}` is not a date, so `{Keyword}` is not compared.");
        }

        return sunset;
    }

    private static SunsetDate Parse(JToken written)
    {
        if (written is JValue { Value: DateTime date })
        {
            return new SunsetDate(date, date.ToString("O", CultureInfo.InvariantCulture));
        }

        string text = written is JValue { Value: string value } ? value.Trim() : written.ToString(Newtonsoft.Json.Formatting.None);
        bool isDate = DateTimeOffset.TryParseExact(
            text,
            s_formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset parsed
        );
        return new SunsetDate(isDate ? parsed : null, text);
    }
}

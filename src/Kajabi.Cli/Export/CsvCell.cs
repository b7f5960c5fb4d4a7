using CsvHelper;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Export;

/// <summary>Writes JSON values as cells of CSV.</summary>
internal static class CsvCell
{
    // Formulas are escaped by FormulaEscaper, because the escaping of CsvHelper misses text that starts with a line break.
    public static CsvWriterOptions Options { get; } =
        CsvWriterOptions.Default with
        {
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
            Injection = CsvInjection.None,
            TrueValue = "true",
            FalseValue = "false",
        };

    /// <param name="csv">The file.</param>
    /// <param name="value">The value; null for an empty cell.</param>
    /// <param name="escapesFormulas">Whether text that a spreadsheet would run as a formula is prefixed with an apostrophe.</param>
    public static void Write(CsvWriter csv, JToken? value, bool escapesFormulas = false)
    {
        switch (value)
        {
            case null or { Type: JTokenType.Null }:
                csv.WriteField((string?)null);
                break;
            case JValue { Value: string text }:
                // An empty string is quoted and null is empty, as databases expect.
                csv.WriteField(
                    escapesFormulas ? FormulaEscaper.Escape(text) : text,
                    text.Length == 0 ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace
                );
                break;
            case JValue single:
                csv.WriteField(single.Value);
                break;
            default:
                csv.WriteField(value.ToString(Formatting.None));
                break;
        }
    }
}

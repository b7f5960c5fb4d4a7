using System.Globalization;
using Kajabi.Cli.Output;
using Newtonsoft.Json;

namespace Kajabi.Cli.Bulk;

/// <summary>The number of contacts or customers by their state.</summary>
/// <param name="Type">The type of the changed resources.</param>
/// <param name="Action">The action, such as <c>tagged</c>.</param>
/// <param name="Report">The path of the report; null in a dry run.</param>
/// <param name="Counts">The numbers by status, without those that are zero.</param>
internal sealed record BulkSummary(string Type, string Action, string? Report, IReadOnlyDictionary<string, int> Counts) : ICommandResult
{
    public static BulkSummary Create(string type, string action, string? report, IEnumerable<BulkOutcome> outcomes) =>
        new(
            type,
            action,
            report,
            outcomes.GroupBy(static outcome => outcome.Status).ToDictionary(static group => group.Key, static group => group.Count())
        );

    /// <summary>The number of resources that were not changed or may not have been.</summary>
    public int IncompleteCount =>
        Counts.Where(static pair => !BulkStatus.IsFinal(pair.Key) && pair.Key != BulkStatus.Planned).Sum(static pair => pair.Value);

    /// <summary>Returns the numbers as a text, such as <c>3 done, 1 failed</c>.</summary>
    public string Describe() =>
        string.Join(
            ", ",
            Counts
                .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key.Replace('_', ' ')}"))
        );

    public void WriteText(Terminal terminal) =>
        terminal.Out.WriteLine(CommandFilter.Apply(TerminalSanitizer.Sanitize($"{Type} {Action}: {Describe()}; report: {Report}")));

    public void WriteJson(TextWriter text) => JsonLine.Write(text, Formatting.Indented, WriteJson);

    private void WriteJson(JsonTextWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("type");
        json.WriteValue(Type);
        json.WritePropertyName("action");
        json.WriteValue(Action);
        json.WritePropertyName("report");
        json.WriteValue(Report);
        foreach ((string status, int count) in Counts)
        {
            json.WritePropertyName(status);
            json.WriteValue(count);
        }

        json.WriteEndObject();
    }
}

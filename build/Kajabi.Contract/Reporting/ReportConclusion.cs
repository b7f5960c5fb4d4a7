using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Reporting;

/// <summary>What the findings come to.</summary>
/// <param name="Summary">One or two sentences, shown first.</param>
/// <param name="Markdown">What stands in markdown in place of the table of findings; null for the table.</param>
/// <param name="Members">What it adds to the JSON document.</param>
internal sealed record ReportConclusion(string Summary, string? Markdown, JObject Members);

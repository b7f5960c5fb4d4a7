using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Reporting;

/// <summary>The conclusion of a report.</summary>
/// <param name="Summary">One or two sentences, shown first.</param>
/// <param name="Markdown">The Markdown that replaces the table of findings; null for the table.</param>
/// <param name="Members">The members that are added to the JSON document.</param>
internal sealed record ReportConclusion(string Summary, string? Markdown, JObject Members);

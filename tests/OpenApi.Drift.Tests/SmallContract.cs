using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Creates small OpenAPI documents.</summary>
internal static class SmallContract
{
    /// <summary>Creates a document whose request and response have the same schema.</summary>
    /// <param name="schema">The schema, as JSON.</param>
    /// <param name="components">Other schemas, as JSON.</param>
    /// <param name="version">The version of OpenAPI.</param>
    public static JObject WithSchema(string schema, string components = "{}", string version = "3.1.0") =>
        WithPaths(
            $"{{'/a':{{'post':{{'requestBody':{{'content':{{'application/json':{{'schema':{schema}}}}}}},"
                + $"'responses':{{'200':{{'content':{{'application/json':{{'schema':{schema}}}}}}}}}}}}}}}",
            $"{{'schemas':{components}}}",
            version
        );

    public static JObject WithPaths(string paths, string components = "{}", string version = "3.1.0") =>
        new()
        {
            ["openapi"] = version,
            ["paths"] = JToken.Parse(paths),
            ["components"] = JToken.Parse(components),
        };

    public static DriftReport Compare(JObject before, JObject after) =>
        DriftComparison.Compare(new SourceFile("base.yaml", before), new SourceFile("revision.yaml", after));

    /// <summary>The findings as <c>id severity location</c>.</summary>
    public static IEnumerable<string> Findings(JObject before, JObject after) =>
        Compare(before, after)
            .Findings.Select(static finding =>
                $"{finding.Rule.Id} {finding.Severity.ToString().ToLowerInvariant()} {finding.Location.Path}"
            )
            .Order(StringComparer.Ordinal);
}

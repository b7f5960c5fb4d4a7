using Kajabi.Composer.JsonPath;
using Kajabi.Composer.JsonPath.Limits;
using Kajabi.Composer.JsonPath.Parsing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.JsonPath;

/// <summary>The JSONPath compliance test suite, which is read in the reference folder.</summary>
public sealed class ComplianceTests
{
    private static readonly string? s_file = ReferenceFolder.Path is { } folder
        ? Path.Combine(folder, "suites", "jsonpath", "cts.json")
        : null;

    [SkippableFact]
    public void Every_valid_selector_selects_the_expected_nodes()
    {
        JObject[] cases = [.. Cases().Where(static test => test["invalid_selector"] is null)];

        Assert.True(cases.Length >= 456, $"The suite has only {cases.Length} valid selectors.");
        Assert.Empty(cases.Where(static test => !SelectsExpectedNodes(test)).Select(static test => (string?)test["name"]));
    }

    [SkippableFact]
    public void Every_invalid_selector_is_rejected_at_an_offset_within_it()
    {
        JObject[] cases = [.. Cases().Where(static test => test["invalid_selector"] is not null)];

        Assert.True(cases.Length >= 247, $"The suite has only {cases.Length} invalid selectors.");
        Assert.Empty(cases.Where(static test => !IsRejected((string)test["selector"]!)).Select(static test => (string?)test["name"]));
    }

    private static IEnumerable<JObject> Cases()
    {
        Skip.If(s_file is null || !File.Exists(s_file), ReferenceFolder.MissingReason);
        using JsonTextReader reader = new(File.OpenText(s_file)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader)["tests"]!.Cast<JObject>();
    }

    private static bool SelectsExpectedNodes(JObject test)
    {
        JArray actual;
        try
        {
            actual = new JArray(JsonPathQuery.Parse((string)test["selector"]!).Select(test["document"]!, new VisitBudget(1_000_000)));
        }
        catch (JsonPathSyntaxException)
        {
            return false;
        }

        IEnumerable<JToken> expected = test["results"] ?? (IEnumerable<JToken>)[test["result"]!];
        return expected.Any(result => JToken.DeepEquals(result, actual));
    }

    private static bool IsRejected(string selector)
    {
        try
        {
            JsonPathQuery.Parse(selector);
            return false;
        }
        catch (JsonPathSyntaxException exception)
        {
            return exception.Offset >= 0 && exception.Offset <= selector.Length;
        }
    }
}

using Kajabi.Composer.Rules;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Validation;

/// <summary>Reports keywords that have no effect because the schema has another type, such as <c>properties</c> of a string.</summary>
internal static class KeywordTypeChecker
{
    private static readonly Dictionary<string, string> s_types = new()
    {
        ["properties"] = "object",
        ["patternProperties"] = "object",
        ["required"] = "object",
        ["items"] = "array",
        ["prefixItems"] = "array",
    };

    public static void Check(JObject schema, FindingCollector findings)
    {
        IReadOnlyList<string?> types = schema["type"] switch
        {
            JArray list => [.. list.Values<string>()],
            JValue { Value: string one } => [one],
            _ => [],
        };
        foreach (
            JProperty keyword in schema.Properties().Where(static keyword => s_types.ContainsKey(keyword.Name) && keyword.Value.HasValues)
        )
        {
            if (types.Count > 0 && !types.Contains(s_types[keyword.Name]))
            {
                findings.Add(
                    ComposerRules.KeywordOfOtherType,
                    keyword,
                    $"`{keyword.Name}` has no effect, because the type is `{string.Join("` or `", types)}`.",
                    isExpected: true
                );
            }
        }
    }
}
